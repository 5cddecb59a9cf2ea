/** In pixels. */
export const FONT = 12;
export const LANE = 26;
export const AXIS = 30;
export const PADDING = 12;

/** The years that an axis can show: beyond them, dates are no use to anyone who reads one. */
export const FIRST_DAY = -3_650_000;
export const LAST_DAY = 2_900_000;
