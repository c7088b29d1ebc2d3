/** What a receiver said to a gift; one without a row is new to them. A refused one stands on the work no more. */
export type GiftAnswersTable = {
  work_id: string;
  pseud_id: string;
  answer: "kept" | "refused";
  answered_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    gift_answers: GiftAnswersTable;
  }
}
