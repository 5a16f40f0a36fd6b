import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { runCli } from '@kantelpunt/cli'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../migrations.ts'
import { type FreshDatabase, freshDatabase } from '../platform/database/testing.ts'
import { sampleRegister } from '../platform/organisations/register/sample-register.ts'
import { schoolsImport } from './schools-import.ts'

describe('kantelpunt schools import', () => {
  let fresh: FreshDatabase
  let folder: string
  beforeAll(async () => {
    fresh = await freshDatabase('postgres', migrations)
    folder = await mkdtemp(join(tmpdir(), 'schools-import-'))
  })
  afterAll(async () => {
    await fresh?.remove()
    await rm(folder, { recursive: true, force: true })
  })

  async function cli(...args: readonly string[]) {
    const [output, progress] = [new PassThrough(), new PassThrough()]
    const env = { DATABASE_URL: fresh.url, LANG: 'nl_NL.UTF-8' }
    const code = await runCli([schoolsImport], ['schools', 'import', ...args], {
      input: Readable.from([]),
      output,
      progress,
      env,
    })
    output.end()
    progress.end()
    const json = await text(output)
    return { code, answer: json === '' ? undefined : JSON.parse(json), said: await text(progress) }
  }

  async function file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  test('imports files, says what happened on stdout as JSON, and the second time changes nothing', async () => {
    const po = await file('bo-2025.csv', sampleRegister([{ code: '98AA00', name: 'De Brug' }]))
    const vo = await file('vo.csv', sampleRegister([{ code: '98AB00', name: 'Het College' }], { sector: 'vo' }))
    const first = await cli(po, vo, '--vintage', '2025-10-01')
    expect(first).toMatchObject({
      code: 0,
      answer: {
        files: [
          { file: po, outcome: 'imported', sector: 'po', vintage: '2025-10-01', vintageSource: 'given' },
          { file: vo, outcome: 'imported', sector: 'vo', counts: { rows: 1, added: 1, refused: 0 }, refusedRows: [] },
        ],
      },
    })
    expect(first.said).toContain('1 rows: 1 added')
    const again = await cli(po, '--vintage', '2025-10-01')
    expect(again).toMatchObject({
      code: 0,
      answer: { files: [{ outcome: 'again', counts: { rows: 1, added: 0, updated: 0, unchanged: 1, refused: 0 } }] },
    })
  })

  test('a file with a wrong row ends with 1, and the others are imported all the same', async () => {
    const wrong = await file('bo-2024.csv', sampleRegister([{ code: '98AA00', name: '=1+1' }]))
    const right = await file('vo-2024.csv', sampleRegister([{ code: '98AB00', name: 'Het College' }], { sector: 'vo' }))
    const { code, answer, said } = await cli(wrong, right)
    expect(code).toBe(1)
    expect(answer.files).toMatchObject([
      {
        outcome: 'refused',
        refusal: { reason: 'rows-refused' },
        counts: { rows: 1, refused: 1 },
        refusedRows: [
          {
            line: 2,
            reason: 'formula',
            column: 'VESTIGINGSNAAM',
            message: 'In VESTIGINGSNAAM staat een formule. Zet er gewone tekst neer.',
          },
        ],
      },
      { outcome: 'imported', vintage: '2024-10-01', vintageSource: 'year-in-name' },
    ])
    expect(said).toContain('Daarom is niets ingelezen')
  })

  test.each([
    ['no file', [], 'Name one file'],
    ['a file that is not there', ['/nowhere/bo.csv'], 'There is no file /nowhere/bo.csv'],
    ['an option that is not there', ['x.csv', '--force'], '--force'],
  ])('%s ends with 1 and says so', async (_, args, said) => {
    const answer = await cli(...args)
    expect([answer.code, answer.answer]).toEqual([1, undefined])
    expect(answer.said).toContain(said)
  })

  test('a file that is something else ends with 1 and says what was found', async () => {
    const path = await file('scores-2025.csv', 'PEILDATUM;BRIN_NUMMER\n2025;98AA\n')
    const { code, answer } = await cli(path)
    expect(code).toBe(1)
    expect(answer.files).toMatchObject([{ outcome: 'unreadable', refusal: { reason: 'not-a-register-file' } }])
    expect(answer.files[0].refusal.message).toContain('STRAATNAAM')
  })
})
