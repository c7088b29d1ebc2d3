import { memberOf } from "../../people/member-only.ts";
import { type Member, mayWrangle } from "../../people/person.ts";
import type { ArchiveContext } from "../../people/request.ts";
import { NotFound } from "../../vocabulary/errors.ts";

/** The wrangler who asks. @throws SignInNeeded for a visitor, NotFound for anybody else: the desk does not exist for them */
export function wranglerOf(context: ArchiveContext): Member {
  const member = memberOf(context);
  if (!mayWrangle(member)) throw new NotFound();
  return member;
}
