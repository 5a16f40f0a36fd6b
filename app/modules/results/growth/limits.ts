/** A text file of more bytes is not read: the tab would run out of memory on a small laptop. */
export const mostTextBytes = 150 * 1024 * 1024
/** The same for a spreadsheet, which is packed; and for what it unpacks to. */
export const mostSheetBytes = 40 * 1024 * 1024
export const mostUnpackedBytes = 250 * 1024 * 1024
/** Rows of one file. For more there is the command line. */
export const mostRows = 1_000_000
/** Rows of all sheets of a spreadsheet: measured, half a million take 6 s and 0.8 GB, twice as many more than a tab has. */
export const mostSheetRows = 500_000
/** Different texts of a background column: more make a model that no reader can follow. */
export const mostLevels = 50
/** A mean over fewer pupils tells too much of each of them. */
export const fewPupils = 10
