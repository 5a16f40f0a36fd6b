import type { PanelDistribution } from '@kantelpunt/sortition'
import type { Outcome } from '../command.ts'
import { badInput } from '../tables/open-tables.ts'
import { readJson } from './open-pool.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

/** As much of the file of a result as a lottery needs. Everything that is wrong with it comes back at once. */
export async function readDistribution(path: string): Promise<PanelDistribution | BadInput> {
  const read = await readJson(path)
  if ('kind' in read) return read
  const { value } = read
  if (!isResult(value)) return badInput(`${path}: this is no result of kantelpunt panel select.`)
  const wrong = value.panels.flatMap(({ members, probability }, at) => {
    const panel = `${path}: panel ${at + 1}`
    return [
      ...(members.length === value.seats ? [] : [`${panel} has ${members.length} members, and not ${value.seats}.`]),
      ...(new Set(members).size === members.length ? [] : [`${panel} has somebody twice.`]),
      ...(members.every((id) => id.trim() !== '') ? [] : [`${panel} has a blank id.`]),
      ...(probability >= 0 && probability <= 1 + 1e-9 ? [] : [`${panel} has the probability ${probability}.`]),
    ]
  })
  const sum = value.panels.reduce((total, { probability }) => total + probability, 0)
  if (!(Math.abs(sum - 1) < 1e-6))
    wrong.push(`${path}: the probabilities of the panels add up to ${sum}, and not to 1.`)
  return wrong.length > 0 ? badInput(wrong.join('\n')) : value
}

function isResult(read: unknown): read is PanelDistribution {
  if (typeof read !== 'object' || read === null || !('seats' in read) || !('panels' in read)) return false
  const { seats, panels } = read
  const isChances =
    !('probabilities' in read) ||
    (typeof read.probabilities === 'object' &&
      read.probabilities !== null &&
      Object.values(read.probabilities).every((each) => typeof each === 'number'))
  return (
    isChances &&
    typeof seats === 'number' &&
    Number.isInteger(seats) &&
    seats > 0 &&
    Array.isArray(panels) &&
    panels.length > 0 &&
    panels.every(isPanel)
  )
}

function isPanel(panel: unknown): boolean {
  if (typeof panel !== 'object' || panel === null || !('members' in panel) || !('probability' in panel)) return false
  const { members, probability } = panel
  return (
    typeof probability === 'number' && Array.isArray(members) && members.every((member) => typeof member === 'string')
  )
}
