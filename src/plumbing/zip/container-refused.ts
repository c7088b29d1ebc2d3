/** A container that unpacks to more than any story needs (see limits.ts). */
export class UnpacksTooLarge extends Error {
  constructor() {
    super("a container unpacks to more than a story needs");
    this.name = "UnpacksTooLarge";
  }
}

/** A container, or a part of one, that is broken or is not what it says. */
export class DamagedContainer extends Error {
  constructor(what: string) {
    super(`a container is damaged: ${what}`);
    this.name = "DamagedContainer";
  }
}

/** A container of more parts than anything honest has. */
export class TooManyParts extends DamagedContainer {
  constructor() {
    super("too many parts");
    this.name = "TooManyParts";
  }
}
