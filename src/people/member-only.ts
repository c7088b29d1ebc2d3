import { NotFound, SignInNeeded } from "../vocabulary/errors.ts";
import { isOwner, type Member } from "./person.ts";
import type { ArchiveContext } from "./request.ts";

/** The member who asks. @throws SignInNeeded for a visitor; what they sent is kept for after signing in. */
export function memberOf(context: ArchiveContext): Member {
  const { person } = context.var;
  if (person.kind === "visitor") throw new SignInNeeded();
  return person;
}

/** The owner who asks. @throws SignInNeeded for a visitor, NotFound for anybody else: the room does not exist for them */
export function ownerOf(context: ArchiveContext): Member {
  const member = memberOf(context);
  if (!isOwner(member)) throw new NotFound();
  return member;
}
