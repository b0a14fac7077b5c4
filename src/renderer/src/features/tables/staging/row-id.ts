/** Names a row by the values of its identity's columns, as they were read. */
export const rowId = (key: readonly string[]): string => JSON.stringify(key);
