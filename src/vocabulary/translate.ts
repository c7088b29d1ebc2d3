/**
 * Turns an interface sentence into the reader's language.
 *
 * The key is the English sentence itself, an ICU message
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/):
 * t("{count, plural, one {# chapter} other {# chapters}}", { count: 2 }).
 */
export type Translate = (sentence: string, values?: Record<string, string | number | Date>) => string;
