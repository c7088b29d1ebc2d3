/** Why a text was refused: the English sentence is a key for `t`, the values fill it. */
export class StoryRefused extends Error {
  readonly sentence: string;
  readonly values: Record<string, number>;

  constructor(sentence: string, values: Record<string, number>) {
    super(sentence);
    this.name = new.target.name;
    this.sentence = sentence;
    this.values = values;
  }
}

/** The text is longer, or holds more pieces, than one chapter may. */
export class StoryTooLarge extends StoryRefused {
  constructor(limit: number) {
    super(
      "This text is too large to be one chapter (the limit is {limit, number} characters). Nothing was changed; divide it and bring it in piece by piece.",
      { limit },
    );
  }
}

/** Tags lie inside tags further down than any story needs. */
export class StoryTooDeep extends StoryRefused {
  constructor(limit: number) {
    super(
      "This text has tags nested more than {limit, number} deep, most likely because many were opened and never closed. Nothing was changed; close them, or paste the text without its formatting.",
      { limit },
    );
  }
}
