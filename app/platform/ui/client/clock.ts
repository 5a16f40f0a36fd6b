/** Whole seconds as minutes and seconds: 222 is 3:42. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
