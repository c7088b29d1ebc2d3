import { memberOf } from "../../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { heedingOf } from "../../../asked-to-see.ts";
import { keepGift, refuseGift } from "../../../credits/answer-gift.ts";
import { listGifts } from "../../../gifts-received.ts";
import { GiftsPage } from "./gifts-page.tsx";

/** Shows a member what was given to them. */
export function showGifts(database: Database): ArchiveHandler {
  return async (context) => {
    const heeding = heedingOf(new URL(context.req.url).searchParams);
    const { gifts, hidden } = await listGifts(database.reading, memberOf(context), heeding);
    return context.html(<GiftsPage page={context.var.page} gifts={gifts} hidden={hidden} />);
  };
}

/** Keeps or refuses one gift. */
export function handleGift(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const answer = answers[form.text("answer")];
    if (answer === undefined) throw new NotFound();
    const gift = { workId: form.text("work"), pseudId: form.text("pseud") };
    await database.write((writer) => answer.does(writer, member, gift, Date.now()));
    context.var.sayNext(answer.says);
    return context.redirect(urls.gifts(), 303);
  };
}

const answers: Record<string, { does: typeof keepGift; says: "gift-kept" | "gift-refused" } | undefined> = {
  keep: { does: keepGift, says: "gift-kept" },
  refuse: { does: refuseGift, says: "gift-refused" },
};
