import { readFile } from 'node:fs/promises'
import type { NormSet } from '@kantelpunt/school-results'
import { badInput } from './open-results.ts'

/** The norms that `--norms` names: by id, or in a JSON file as `results norms derive --out` writes it. */
export async function chooseNorms(names: readonly string[]): Promise<readonly NormSet[] | ReturnType<typeof badInput>> {
  const { knownNorms, parseNormSet } = await import('@kantelpunt/school-results')
  const chosen: NormSet[] = []
  for (const name of names) {
    const known = knownNorms.find(({ id }) => id === name)
    if (known !== undefined) {
      chosen.push(known)
      continue
    }
    let text: string
    try {
      text = await readFile(name, 'utf8')
    } catch {
      return badInput(`${name}: no norms with that id (${knownNorms.map(({ id }) => id).join(', ')}) and no file.`)
    }
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      return badInput(`${name}: this is not JSON.`)
    }
    const parsed = parseNormSet(json)
    if (!parsed.ok) {
      return badInput(`${name}: these are no norms: at ${parsed.at || 'the top'} there must be ${parsed.expected}.`)
    }
    chosen.push(parsed.norms)
  }
  return chosen
}
