/** The lines of so many invented entities of FollowTheMoney. */
export function ftmLines(count: number): Generator<string>;
