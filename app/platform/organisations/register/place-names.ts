/** Words that stay small inside a place name, and signs of a municipality or a saint that DUO adds. */
const small = new Set("aan bij de den der en gem gem. het in op te ten ter van 's 't ca".split(' '))

/** What DUO adds to tell places of one name apart: the province, written in capitals. */
const provinces = new Set('DR FL FR GLD GN L LB NB NH OV UT ZH ZLD'.split(' '))

/** Names that DUO writes without their signs. */
const written: Readonly<Record<string, string>> = {
  'S GRAVENHAGE': "'s-Gravenhage",
  'S HERTOGENBOSCH': "'s-Hertogenbosch",
  'SUDWEST-FRYSLAN': 'Súdwest-Fryslân',
  'NOARDEAST-FRYSLAN': 'Noardeast-Fryslân',
}

/**
 * A place or municipality as people write it, from the capitals in DUO's files: `ALPHEN AAN DEN RIJN` becomes
 * `Alphen aan den Rijn`. A name that has small letters already is left as it is.
 */
export function placeName(name: string): string {
  if (name !== name.toUpperCase()) return name
  const known = written[name]
  if (known !== undefined) return known
  return name
    .split(' ')
    .map((word, i, words) => {
      if (i > 0 && i === words.length - 1 && provinces.has(word)) return word
      if (i > 0 && small.has(word.toLowerCase())) return word.toLowerCase()
      return word.split('-').map(capitalised).join('-')
    })
    .join(' ')
}

function capitalised(part: string): string {
  const lower = part.toLowerCase()
  if (/^'[st]$/.test(lower)) return lower
  return lower.replace(/^([^a-z]*)(ij|[a-z])/, (_, before: string, first: string) =>
    /\d$/.test(before) ? before + first : before + first.toUpperCase(),
  )
}
