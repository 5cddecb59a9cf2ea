export { describeTime, ordinalSuffix } from "./english/describe.ts";
export { type DateStyle, hedged, writeInStyle, writeTime } from "./english/write.ts";
export { type RewrittenOffset, writeOffset } from "./english/write-offset.ts";
export { weekdayName, weekdayNamed, writeWeekday } from "./english/write-weekday.ts";
