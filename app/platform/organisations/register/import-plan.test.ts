import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImportPlan, planImport, type RegisterSchool } from './import-plan.ts'
import { readRegisterFile } from './register-file.ts'
import { fileOf, type SampleSchool, sampleRegister } from './sample-register.ts'

/** A register in memory, to see what plans come to. */
class Register {
  readonly schools = new Map<string, RegisterSchool>()
  readonly #vintages = { po: [] as string[], vo: [] as string[] }

  async import(vintage: string, schools: readonly SampleSchool[], sector: 'po' | 'vo' = 'po'): Promise<ImportPlan> {
    const style = { sector, vintage: vintage < '2022' ? '2019' : '2025' } as const
    const reading = await readRegisterFile(fileOf(sampleRegister(schools, style)))
    if (!reading.ok) throw new Error(reading.refusal.reason)
    const vintages = this.#vintages[sector]
    const plan = planImport({ file: reading.file, vintage, register: this.schools, vintages })
    for (const school of plan.writes) this.schools.set(school.code, school)
    this.#vintages[sector].push(vintage)
    return plan
  }

  names(code: string): readonly string[] | undefined {
    return this.schools.get(code)?.names.map(({ name }) => name)
  }

  state(): unknown {
    return [...this.schools.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  }
}

const brug = { code: '98AA00', name: 'De Brug' }
const molen = { code: '98AB00', name: 'De Molen' }
const haven = { code: '98AC00', name: 'De Haven' }

describe('importing vintages', () => {
  test.each([
    ['the old file first', ['2019-10-01', '2025-10-01']],
    ['the new file first', ['2025-10-01', '2019-10-01']],
  ])('%s: closed, new and renamed schools come out the same', async (_, order) => {
    const files: Readonly<Record<string, readonly SampleSchool[]>> = {
      '2019-10-01': [brug, molen],
      '2025-10-01': [{ ...brug, name: 'Kindcentrum De Brug' }, haven],
    }
    const register = new Register()
    for (const vintage of order) await register.import(vintage, files[vintage] ?? [])
    expect(register.schools.get('98AA00')).toMatchObject({
      facts: { name: 'Kindcentrum De Brug', holidayRegion: 'noord' },
      firstSeen: '2019-10-01',
      lastSeen: '2025-10-01',
      closedSince: null,
    })
    expect(register.names('98AA00')).toEqual(['De Brug', 'Kindcentrum De Brug'])
    expect(register.schools.get('98AB00')).toMatchObject({ lastSeen: '2019-10-01', closedSince: '2025-10-01' })
    expect(register.schools.get('98AC00')).toMatchObject({ firstSeen: '2025-10-01', closedSince: null })
  })

  test('counts say what happened, and the same file again changes nothing', async () => {
    const register = new Register()
    const first = await register.import('2019-10-01', [brug, molen])
    expect(first.counts).toMatchObject({ rows: 2, added: 2, updated: 0, unchanged: 0, closed: 0, renamed: 0 })
    const now = [{ ...brug, name: 'Kindcentrum De Brug' }, haven]
    const second = await register.import('2025-10-01', now)
    expect(second.counts).toMatchObject({ rows: 2, added: 1, updated: 1, unchanged: 0, closed: 1, renamed: 1 })
    expect(second.outcomes[0]).toEqual({
      line: 2,
      outcome: 'updated',
      code: '98AA00',
      changed: expect.arrayContaining(['name', 'holidayRegion', 'names']),
    })
    const again = await register.import('2025-10-01', now)
    expect(again.counts).toMatchObject({
      rows: 2,
      added: 0,
      updated: 0,
      unchanged: 2,
      closed: 0,
      reopened: 0,
      renamed: 0,
    })
    expect(again.writes).toEqual([])
  })

  test('a school that comes back is open again', async () => {
    const register = new Register()
    await register.import('2023-10-01', [brug, molen])
    await register.import('2024-10-01', [brug])
    const back = await register.import('2025-10-01', [brug, molen])
    expect(back.counts.reopened).toBe(1)
    expect(register.schools.get('98AB00')?.closedSince).toBeNull()
  })

  test('primary schools are not closed by a file of secondary schools, nor taken over by it', async () => {
    const register = new Register()
    await register.import('2024-10-01', [brug, molen])
    const plan = await register.import('2025-10-01', [{ ...molen, name: 'Molencollege' }, haven], 'vo')
    expect(plan.counts).toMatchObject({ rows: 2, added: 1, refused: 1, closed: 0 })
    expect(plan.outcomes[0]).toEqual({
      line: 2,
      outcome: 'refused',
      refusal: { reason: 'other-sector', code: '98AB00' },
    })
    expect(register.schools.get('98AA00')?.closedSince).toBeNull()
    expect(register.names('98AB00')).toEqual(['De Molen'])
  })

  test('a second file of the same day puts a name right and closes nothing', async () => {
    const register = new Register()
    await register.import('2025-10-01', [{ ...brug, name: 'De Burg' }, molen])
    const plan = await register.import('2025-10-01', [brug, haven])
    expect(plan.counts.closed).toBe(0)
    expect(register.names('98AA00')).toEqual(['De Brug'])
  })
})

test('files of any vintages, in any order, come to the same register; counts add up to the rows', async () => {
  const codes = ['98AA00', '98AA01', '98AB00', '98AC00']
  const vintages = ['2019-10-01', '2021-10-01', '2023-10-01', '2025-10-01']
  const file = fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...codes), name: fc.constantFrom('De Brug', 'De Molen', 'De Haven') }),
    { selector: (school) => school.code, minLength: 1 },
  )
  const files = fc.tuple(file, file, file, file)
  await fc.assert(
    fc.asyncProperty(files, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (contents, order) => {
      const [straight, shuffled] = [new Register(), new Register()]
      const put = async (register: Register, i: number) => {
        const schools = contents[i] ?? []
        const { counts, outcomes } = await register.import(vintages[i] ?? '', schools)
        expect(counts.rows).toBe(schools.length)
        expect(counts.added + counts.updated + counts.unchanged + counts.refused).toBe(schools.length)
        expect(outcomes.map((outcome) => outcome.line)).toEqual(schools.map((_, line) => line + 2))
      }
      for (const i of [0, 1, 2, 3]) await put(straight, i)
      for (const i of order) await put(shuffled, i)
      expect(shuffled.state()).toEqual(straight.state())
      for (const school of straight.schools.values()) {
        // Independent of the plan: a school is open when and only when it stands in the newest file.
        const inNewest = contents[3].some(({ code }) => code === school.code)
        expect(school.closedSince === null).toBe(inNewest)
      }
    }),
    { numRuns: 150 },
  )
})
