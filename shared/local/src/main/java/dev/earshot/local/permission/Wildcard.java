package dev.earshot.local.permission;

import java.util.regex.Pattern;

/** A text of a policy, in which {@code *} stands for any characters and {@code ?} for one. */
record Wildcard(Pattern pattern) {

    static Wildcard of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(each)));
            }
        }
        return new Wildcard(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** The names of actions are compared without regard to case. */
    static Wildcard ofAction(String text) {
        return new Wildcard(
                Pattern.compile(of(text).pattern().pattern(), Pattern.CASE_INSENSITIVE));
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
