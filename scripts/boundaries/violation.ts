/** A file that breaks a rule of the house. */
export interface Violation {
  /** From the project's folder. */
  readonly file: string
  readonly rule: string
}

/** A file as the rules see it: its path from the project's folder, with slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}
