import { createHash } from "node:crypto";
import { limitTries } from "../plumbing/http/limit-tries.ts";
import { randomLetters } from "../vocabulary/ids.ts";

/** Random letters of a token, five bits each: more than can be guessed. */
const letters = 26;

/** New guests from one address for one work in a day: a household, not a crowd. */
const guestsForWork = 3;
/** New guests from one address for all works in an hour. */
const guestsFromPlace = 60;
/** How long a second press, before the first was answered, is the same guest's; in ms. */
const samePress = 30_000;

/** Tells guests apart, without an account and without keeping an address. */
export type GuestTokens = {
  /**
   * A token for a guest who has none for this work.
   *
   * @param senderKey stands for their address; held in memory for as long as the limits run
   * @throws TooManyTries when more came from there than a household has people
   */
  tokenFor(senderKey: string, workId: string): Promise<string>;
};

/**
 * Gives out tokens, each for one guest and one work, so that no two works can be found to have the same reader.
 * Two presses of one button within half a minute are one guest.
 */
export function openGuestTokens(): GuestTokens {
  const forWork = limitTries(guestsForWork, 86_400);
  const fromPlace = limitTries(guestsFromPlace, 3_600);
  const pressed = new Map<string, Promise<string>>();
  const newToken = async (senderKey: string, key: string) => {
    // First what is kept for an hour and by place alone: who presses under every work fills no memory for a day.
    await fromPlace.spend(senderKey);
    await forWork.spend(key);
    return randomLetters(letters);
  };
  return {
    tokenFor(senderKey, workId) {
      const key = `${senderKey} ${workId}`;
      const same = pressed.get(key);
      if (same) return same;
      const token = newToken(senderKey, key);
      pressed.set(key, token);
      const forget = () => pressed.delete(key);
      token.catch(forget);
      setTimeout(forget, samePress).unref();
      return token;
    },
  };
}

/** Whether a cookie's word has the shape of a token. */
export function looksLikeToken(word: string | undefined): word is string {
  return word !== undefined && word.length === letters && /^[0-9a-hjkmnp-tv-z]+$/.test(word);
}

/** What is stored of a token: whoever reads the table cannot give or take anything in a guest's name. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(`guest ${token}`).digest("base64url");
}
