/** What a signed-in account may do beyond its own works. */
export type Role = (typeof roles)[number];
const roles = ["owner", "moderator", "wrangler", "member"] as const;

/** Whether a word of the database is a role this release knows. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word);
}

/**
 * Whoever is asking. Every finder takes a person: there is no way to fetch a work without saying
 * for whom.
 */
export type Person = Visitor | Member;

/** Somebody without an account, or not signed in. */
export type Visitor = { kind: "visitor" };

/** Somebody signed in. `name` is the account's own name, shown to nobody else. */
export type Member = { kind: "member"; accountId: string; name: string; role: Role };

export const visitor: Visitor = { kind: "visitor" };

/**
 * The person of an account with no role: for what travels past many or speaks of nobody in particular (letters, feeds,
 * catalogues, indexes). It shows no more than any member sees, whatever its reader may do here.
 */
export function plainMember(accountId: string): Member {
  return { kind: "member", accountId, name: "", role: "member" };
}

/** The account of whoever is asking; null for a visitor. */
export function accountIdOf(person: Person): string | null {
  return person.kind === "member" ? person.accountId : null;
}

/** Whether the person looks after the archive: the owner or a moderator. */
export function mayModerate(person: Person): boolean {
  return person.kind === "member" && (person.role === "owner" || person.role === "moderator");
}

/** Whether the person may say what tags mean: a wrangler, or who looks after the archive. */
export function mayWrangle(person: Person): person is Member {
  return person.kind === "member" && person.role !== "member";
}

/** Whether the person owns the archive. */
export function isOwner(person: Person): person is Member {
  return person.kind === "member" && person.role === "owner";
}
