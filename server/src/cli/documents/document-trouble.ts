/** Why a document cannot be read or written, and what to do about it; told to the user with the file's name before it. */
export class DocumentTrouble extends Error {}
