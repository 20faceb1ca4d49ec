package dev.earshot.privacy.name;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Chinese, Japanese and Korean names where a form of address follows or "my name is" goes
 * before. Others stay: without a word around it, such a name can't be told from other words by
 * rule. Stateless.
 */
final class EastAsianNames {
    private static final String CHINESE_SURNAME =
            "(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸顧龍錢湯喬賀賴龔])";

    private static final List<Pattern> SHAPES =
            List.of(
                    // 王先生, 李小明女士
                    Pattern.compile(
                            "("
                                    + CHINESE_SURNAME
                                    + "\\p{IsHan}{0,2}?)(?:先生|女士|小姐|老师|經理|经理|医生|師傅|师傅|同学)"),
                    Pattern.compile(
                            "(?:我叫|我是|名叫|名字是|名字叫|姓名[:：]?)("
                                    + CHINESE_SURNAME
                                    + "\\p{IsHan}{1,2})(?![\\p{IsHan}])"),
                    Pattern.compile(
                            "(?:我叫|名叫|名字是|名字叫|姓名[:：]?)(" + CHINESE_SURNAME + "\\p{IsHan}{1,2})"),
                    // 田中さん, 佐藤花子様
                    Pattern.compile(
                            "(?<![\\p{IsHan}])(\\p{IsHan}{1,5})(?:さん|さま|様|くん|君|ちゃん|氏)(?![\\p{IsHan}])"),
                    Pattern.compile("(?:名前は|私は|わたしは|僕は)(\\p{IsHan}{2,5})(?:です|と申します|といいます)"),
                    // 김민수 씨, 이영희님
                    Pattern.compile(
                            "(?<![\\p{IsHangul}])((?:남궁|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현])\\p{IsHangul}{1,2}) ?(?:씨|님)(?![가-힣]{3})"),
                    Pattern.compile(
                            "(?:이름은|저는|제 이름은) ?((?:남궁|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현])\\p{IsHangul}{1,2})(?:입니다|이에요|예요|이고)"));

    private EastAsianNames() {}

    static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        if (text.chars().allMatch(c -> c < 0x2E80)) {
            return found;
        }
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find()) {
                int end = matcher.end(1);
                found.add(new PiiSpan(matcher.start(1), end, PiiKind.PERSON, "ADDRESSED"));
            }
        }
        return found;
    }
}
