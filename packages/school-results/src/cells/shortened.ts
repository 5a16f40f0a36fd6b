/** A text of a file as a refusal quotes it: its first 200 signs. A damaged file may be one cell of 30 MB. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
