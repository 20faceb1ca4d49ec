package dev.earshot.reading.brand;

import java.util.Locale;
import java.util.Set;

/**
 * Words that may stand with a capital before a name without being part of it: they begin a sentence
 * or a greeting. Stateless.
 */
final class Openers {
    private static final Set<String> WORDS =
            Set.of(
                    """
                            the my our your his her their its this that these those a an some any every
                            no all both another i i'm im we you he she they it who what when where why
                            how which and but or so if because since while although though as than then
                            also even only just not never ever always still again maybe perhaps probably
                            of in on at by for from with without about against like unlike after before
                            during through over under into onto to via per is are was were be am has
                            have had do does did can could will would should may might must dont don't
                            cant can't won't isn't doesn't didn't let lets let's please thanks thank
                            thankyou thx dear hey hi hello yo ok okay yes nope oh omg wow lol wtf damn
                            love loves loved hate hates hated miss want need got get gets getting give
                            gave buy bought use used try tried see saw seen watch watched go goes went
                            come came make made makes take took keep keeps kept put said say says tell
                            told ask asked call called find found think thought know knew hope wish
                            guess work works worked shop shopped visit visited leave left stop boycott
                            cancel sue screw fuck join follow support bring brought send sent pay paid
                            sell sold new good great best worst better worse fake rip congrats
                            congratulations welcome sorry shame rt dm today yesterday tomorrow tonight
                            now here there more most many much few too very really well former mr mrs ms
                            dr ceo team either neither between vs versus until till despite except
                            including inside outside near apparently seriously honestly literally
                            actually finally meanwhile however instead anyone everyone someone nobody
                            something nothing everything bye fyi btw imo
                            """
                            .strip()
                            .split("\\s+"));

    private Openers() {}

    /** Whether a word, as written, may open a sentence before a name. */
    static boolean contains(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return WORDS.contains(lower)
                || lower.endsWith("ing")
                || lower.endsWith("ed")
                || lower.endsWith("ly");
    }
}
