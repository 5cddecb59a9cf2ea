export { describeTime } from "./english/describe.ts";
export { writeTime } from "./english/write.ts";
