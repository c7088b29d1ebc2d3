import type { ChoicesTable } from "./works-tables.ts";

export type PermissionAnswer = "yes" | "ask" | "no";

/** What a work's writers let others do with it; a permission they have not spoken of has no row. */
export type WorkPermissionsTable = { work_id: string; permission_id: string; answer: PermissionAnswer };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    permissions: ChoicesTable;
    work_permissions: WorkPermissionsTable;
  }
}
