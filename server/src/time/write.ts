export { describeTime } from "./english/describe.ts";
export { hedged, writeTime } from "./english/write.ts";
