import { resolve } from "node:path";
import { Pages } from "../../../server/src/cli/pages.ts";
import type { ReportSetting } from "../../../server/src/cli/reports/report.ts";

const pages = new Pages(resolve(import.meta.dirname, "../../../server/src/checks"));

/** A run in the current folder in which errors are grave. */
export const SETTING: ReportSetting = {
  version: "1.2.3",
  isGrave: ({ severity }) => severity === "error",
  quiet: false,
  hasBaseline: false,
  root: resolve("."),
  page: (check) => pages.prose(check),
  pageAddress: () => undefined,
};
