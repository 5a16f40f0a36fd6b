const plurals = ['eren', 'en', 'es', 'e']
const vowel = /[aeiouy]/

/**
 * A Dutch word without its endings, so that forms of one word meet: fiets, fietsen, fietsje; breuk, breuken; huis, huizen;
 * boom, bomen; leest, lezen. For finding, not for grammar: what it gives need not be a word, and words that differ in a
 * doubled vowel only (bom, boom) meet too. Takes a word in small letters without accents.
 */
export function dutchStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  let stem = word
  stem = cut(stem, ['heden'], 3, 'heid')
  stem = cut(stem, ['etjes', 'etje', 'tjes', 'pjes', 'kjes', 'tje', 'pje', 'jes', 'je'], 3)
  stem = cut(stem, ['eringen', 'ering'], 3, 'eer')
  stem = cut(stem, ['ingen', 'enden', 'ende', 'ing', 'end'], 4)
  stem = cut(stem, ['elijke', 'elijk', 'lijke', 'lijk', 'bare', 'baar'], 4)
  stem = cut(stem, ["'s", ...plurals], 3)
  // Of a verb the ending of its person as well: rekenen, reken, rekent.
  if (/[^aeiouy]s$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1)
  if (/[^aeiouy]t$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1)
  stem = cut(stem, plurals, 3)
  return sounds(stem)
}

/** Takes the first of these endings off where enough is left, with a vowel in it. */
function cut(word: string, endings: readonly string[], least: number, instead = ''): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    return rest.length >= least && vowel.test(rest) ? rest + instead : word
  }
  return word
}

/** How Dutch writes one sound in two ways: boom and bomen, bel and bellen, brief and brieven, huis and huizen. */
function sounds(stem: string): string {
  return stem
    .replace(/([aeou])\1/g, '$1')
    .replace(/([bcdfgklmnprst])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}
