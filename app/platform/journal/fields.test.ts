import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FieldEdit, mergeEdit, type Stamps } from './fields.ts'

type Card = Record<string, unknown>
interface Written {
  readonly card: Card
  readonly stamps: Stamps
  /** Every version of every field that the journal holds. */
  readonly versions: readonly unknown[]
}

const names = ['effect', 'measure', 'due', 'state'] as const
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }))
const values = fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1 })
const edit = fc.record({ values, at: fc.integer({ min: 1, max: 1_000_000 }) })
const edits = fc.uniqueArray(edit, { selector: (each) => each.at, minLength: 1, maxLength: 8 })
const blank: Written = { card: { effect: '', measure: '', due: '', state: '', team: 7 }, stamps: {}, versions: [] }

const write = ({ card, stamps, versions }: Written, next: FieldEdit<Card>): Written => {
  const merged = mergeEdit(card, stamps, next)
  const kept = [...Object.values(merged.changes), ...Object.values(merged.superseded)].flat()
  return { card: { ...card, ...merged.values }, stamps: merged.stamps, versions: [...versions, ...kept] }
}

describe('edits of one card', () => {
  it('end alike in whatever order they arrive, when their times differ', () => {
    fc.assert(
      fc.property(edits, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const shuffled = [...all]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (numbers.next().value ?? 0) % (i + 1)
          const [a, b] = [shuffled[i], shuffled[j]]
          if (a && b) [shuffled[i], shuffled[j]] = [b, a]
        }
        const one = all.reduce(write, blank)
        const other = shuffled.reduce(write, blank)
        expect(other.card).toEqual(one.card)
        expect(other.stamps).toEqual(one.stamps)
      }),
    )
  })

  it('leave in each field what was written last, and nothing where nobody wrote', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const { card } = all.reduce(write, blank)
        for (const name of Object.keys(blank.card)) {
          const writers = all.filter((each) => name in each.values).sort((a, b) => b.at - a.at)
          expect(card[name]).toEqual(writers[0] === undefined ? blank.card[name] : writers[0].values[name])
        }
      }),
    )
  })

  it('keep every version in the journal that was ever sent and differed', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const { versions } = all.reduce(write, blank)
        const sent = all.flatMap((each) => Object.entries(each.values))
        for (const [name, version] of sent) {
          const differs = !same(version, blank.card[name]) || sent.some(([n, v]) => n === name && !same(v, version))
          if (differs) expect(versions).toContainEqual(version)
        }
      }),
    )
  })

  it('write nothing that stands already, and touch no field that was not sent', () => {
    fc.assert(
      fc.property(edit, edit, (first, second) => {
        const before = write(blank, first)
        const merged = mergeEdit(before.card, before.stamps, second)
        for (const name of Object.keys(merged.values)) expect(same(merged.values[name], before.card[name])).toBe(false)
        const touched = [merged.values, merged.changes, merged.superseded].flatMap((each) => Object.keys(each))
        expect(touched.filter((name) => !(name in second.values))).toEqual([])
      }),
    )
  })

  it('of one moment: the one that arrives last stands', () => {
    const first = write(blank, { values: { effect: 'one' }, at: 5 })
    const second = write(first, { values: { effect: 'two' }, at: 5 })
    expect(second.card.effect).toBe('two')
  })

  it('keep the version that lost, with the one that beat it', () => {
    const { superseded, values: written } = mergeEdit(
      { effect: 'later' },
      { effect: 10 },
      { values: { effect: 'earlier' }, at: 9 },
    )
    expect(superseded).toEqual({ effect: ['earlier', 'later'] })
    expect(written).toEqual({})
  })
})

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
