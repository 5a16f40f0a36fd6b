import type { Market } from '@kantelpunt/admission'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

/** What `--help` says about files. */
export const marketHelp = `
  { "programmes": [ { "id": "wiskunde", "seats": 40,
                      "priorities": ["anna", ["bo", "cas"]],       best first; in one list: as good as each other;
                                                                  who is not there is not accepted
                      "quotas": [ { "group": "region", "least": 3 }, { "group": "starter", "most": 10 } ] } ],
    "candidates": [ { "id": "anna", "preferences": ["wiskunde", ["natuurkunde", "nask"]],
                      "scores": [80, 75, 75],                      for programmes without priorities: by preference, or one
                                                                  number, or { "wiskunde": 80 }; more is better
                      "groups": ["starter"] },
                    { "id": "dirk", "preferences": [{ "both": ["wiskunde", "nask"] }, "wiskunde"], "scores": 70 } ],
    "couples":    [ { "members": ["eva", "finn"], "preferences": [["wiskunde", "nask"], ["nask", null]] } ] }

  Groups of one programme are nested or have nobody in common. least: so many seats go to the group first, to others where the
  group leaves them. both: two half-time programmes together.`

/** Reads the file of an admission; all that is wrong with it, one a line. */
export async function openMarket(path: string): Promise<Market | Extract<Outcome, { readonly kind: 'bad-input' }>> {
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const { describeProblem, readMarket } = await import('@kantelpunt/admission')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return badInput(`${path}: this is no text in UTF-8, or longer than the 500 MB that can be read.`)
  }
  const file = readMarket(text)
  if (file.ok) return file.market
  const lines = file.problems.map((problem) => `${path}: ${describeProblem(problem)}`)
  const more = file.count - lines.length
  return badInput([...lines, ...(more > 0 ? [`${path}: and ${more} more.`] : [])].join('\n'))
}
