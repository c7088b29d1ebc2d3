/** An e-reader or a program of a member's. Its password is nowhere but with them; `used_on` counts days since 1970. */
export type DevicesTable = {
  id: string;
  account_id: string;
  name: string;
  password_hash: string;
  created_at: number;
  used_on: number | null;
};

/** A shelf that was sent to a device. */
export type DeviceShelvesTable = { device_id: string; shelf_id: string; sent_at: number };

/** A chapter that a device has fetched, or that a book it fetched had in it. */
export type DeviceChaptersTable = {
  device_id: string;
  work_id: string;
  chapter_id: string;
  fetched_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    devices: DevicesTable;
    device_shelves: DeviceShelvesTable;
    device_chapters: DeviceChaptersTable;
  }
}
