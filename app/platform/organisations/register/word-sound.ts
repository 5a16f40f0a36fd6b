/** Spellings that sound alike in Dutch, and what they are all written as. In this order: longer ones first. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sg'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ch/g, 'g'],
  [/ck|c(?=[aou]|[^aeiouy]|$)|q/g, 'k'],
  [/c|z/g, 's'],
  [/x/g, 'ks'],
  [/ij|ei|y/g, 'i'],
  [/ou|au/g, 'o'],
  [/v/g, 'f'],
  [/dt?$/g, 't'],
  [/(.)\1+/g, '$1'],
]

/**
 * A word as it sounds, roughly: `Jozef` and `Joseph`, `basischool` and `basisschool`, `gimnasium` and `gymnasium` are the
 * same. For small letters without accents. A word with a digit is a code and sounds like nothing else.
 */
export function soundOf(word: string): string {
  if (/\d/.test(word)) return word
  return alike.reduce((sound, [spelling, written]) => sound.replace(spelling, written), word)
}
