import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

// Twelve people, six a sector; panels of four, two of each sector; a and b live together.
const people = 'abcdefghijkl'.split('')
const pool = `id,sector,address\n${people.map((id, at) => `${id},${at < 6 ? 'primary' : 'secondary'},${at < 2 ? 1 : at}`).join('\n')}\n`
const quotas = 'feature,value,min,max\nsector,primary,2,2\nsector,secondary,2,2\n'
const result = {
  algorithm: 'leximin',
  seats: 4,
  pool: 12,
  panels: [
    { members: ['a', 'c', 'g', 'h'], probability: 0.3 },
    { members: ['b', 'd', 'i', 'j'], probability: 0.3 },
    { members: ['e', 'f', 'k', 'l'], probability: 0.4 },
  ],
  probabilities: { a: 0.3, b: 0.3, c: 0.3, d: 0.3, e: 0.4, f: 0.4, g: 0.3, h: 0.3, i: 0.3, j: 0.3, k: 0.4, l: 0.4 },
}

async function files() {
  const [q, p] = [await put('quotas.csv', quotas), await put('pool.csv', pool)]
  return ['--quotas', q, '--pool', p, '--id', 'id', '--one-per', 'address', '--language', 'en']
}

describe('panel lottery and panel draw', () => {
  it('makes a list whose hash and draw anyone can work out', async () => {
    const out = join(folder, 'lottery.json')
    const list = join(folder, 'list.txt')
    const page = join(folder, 'page.html')
    const path = await put('result.json', result)
    const made = await kantelpunt(
      'panel',
      'lottery',
      path,
      '--panels',
      '10',
      '--out',
      out,
      '--list',
      list,
      '--page',
      page,
    )
    expect(made.code).toBe(0)
    expect(made.answer).toMatchObject({ panels: 10, minimumBefore: 0.3, minimumAfter: 0.3 })
    expect(made.answer.largestChange).toBeCloseTo(0, 9)
    const hash = createHash('sha256')
      .update(await readFile(list))
      .digest('hex')
    expect(made.answer.hash).toBe(hash)
    expect(await readFile(page, 'utf8')).toContain(hash)
    const drawn = await kantelpunt('panel', 'draw', out, '--randomness', '3, 12', '--hash', hash.toUpperCase())
    const digest = createHash('sha256').update(`kantelpunt-panel-draw/1\n${hash}\n10\n0\n3 12`).digest('hex')
    expect(drawn.answer).toMatchObject({ number: Number(BigInt(`0x${digest}`) % 10n) + 1, of: 10, randomness: '3 12' })
    const lines = (await readFile(list, 'utf8')).split('\n')
    expect(JSON.parse(lines[drawn.answer.number] ?? '')).toEqual([drawn.answer.number, ...drawn.answer.members])
    // Without --out the lottery itself is the answer, and it can be drawn from.
    const whole = await kantelpunt('panel', 'lottery', path, '--panels', '10')
    expect(whole.answer.hash).toBe(hash)
    expect((await kantelpunt('panel', 'draw', await put('again.json', whole.answer), '--randomness', '1')).code).toBe(0)
  })

  it('keeps quotas and addresses apart where it may exchange members, and hides names', async () => {
    const asked = await files()
    const keys = join(folder, 'keys.csv')
    const out = join(folder, 'hidden.json')
    const secret = await put('secret', 'sixteen bytes or more')
    const path = await put('result.json', result)
    const options = ['--panels', '100', '--draw', 'digits', '--pseudonyms', keys, '--secret', secret, '--out', out]
    const made = await kantelpunt('panel', 'lottery', path, ...asked, ...options)
    expect(made).toMatchObject({ code: 0, answer: { pseudonyms: true, draw: 'digits' } })
    const rows = (await readFile(keys, 'utf8')).trim().split('\n').slice(1)
    const idOf = new Map(rows.map((row) => [row.split(',')[2] ?? '', row.split(',')[0] ?? '']))
    expect(idOf.size).toBe(12)
    const drawn = await kantelpunt('panel', 'draw', out, '--randomness', '0 7')
    expect(drawn.answer.number).toBe(7)
    const members = drawn.answer.members.map((name: string) => idOf.get(name))
    expect(members.filter((id: string) => id <= 'f')).toHaveLength(2)
    expect(members.includes('a') && members.includes('b')).toBe(false)
    expect((await kantelpunt('panel', 'draw', out, '--randomness', '107')).err).toContain('exactly 2 digits')
  })

  it.each([
    ['no JSON', '{"seats": 4, "panels": [', 'this is no JSON'],
    ['another file', { a: 1 }, 'this is no result of kantelpunt panel select'],
    [
      'panels that are wrong, all at once',
      {
        ...result,
        panels: [
          { members: ['a', 'a', 'b', ' '], probability: 0.5 },
          { members: ['c'], probability: 0.4 },
        ],
      },
      'panel 1 has somebody twice.*panel 1 has a blank id.*panel 2 has 1 members.*add up to 0.9',
    ],
  ])('refuses %s and writes nothing', async (_what, content, message) => {
    const out = join(folder, 'never.json')
    const made = await kantelpunt('panel', 'lottery', await put('wrong.json', content), '--out', out)
    expect(made.code).toBe(1)
    expect(made.err).toMatch(new RegExp(message, 's'))
    expect(existsSync(out)).toBe(false)
  })

  it('writes no file where one of them has no folder', async () => {
    const [out, page] = [join(folder, 'alone.json'), join(folder, 'nowhere', 'page.html')]
    const path = await put('result.json', result)
    const { code, err } = await kantelpunt('panel', 'lottery', path, '--out', out, '--page', page)
    expect(code).toBe(1)
    expect(err).toContain('page.html: the folder is not there')
    expect(existsSync(out)).toBe(false)
  })

  it('refuses to draw from a lottery that was cut off, changed, or is another one than was published', async () => {
    const out = join(folder, 'lottery.json')
    await kantelpunt('panel', 'lottery', await put('result.json', result), '--panels', '10', '--out', out)
    const written = await readFile(out, 'utf8')
    const refusal = async (content: string, ...more: string[]) => {
      const { code, err } = await kantelpunt(
        'panel',
        'draw',
        await put('bad.json', content),
        '--randomness',
        '1',
        ...more,
      )
      return `${code} ${err.split('\n')[0]?.replace(/^.*bad.json: /, '')}`
    }
    expect(await refusal(written.slice(0, 200))).toMatch(/^1 this is no JSON/)
    expect(await refusal(written.replace('"a"', '"b"'))).toMatch(/^1 the list was changed/)
    expect(await refusal(written, '--hash', 'abc')).toMatch(/^1 this is another list/)
    expect((await kantelpunt('panel', 'draw', out, '--randomness', ' - ')).err).toContain('no letter and no digit')
    expect((await kantelpunt('panel', 'draw', out)).code).toBe(1)
    const digits = await kantelpunt('panel', 'lottery', out, '--panels', '7', '--draw', 'digits')
    expect(digits.err).toContain('10, 100, 1000')
  })
})

describe('panel alternates and panel replace', () => {
  it('chooses alternates for a panel that was drawn, and replaces who drops out', async () => {
    const asked = await files()
    const panel = await put('drawn.json', { number: 1, members: ['a', 'c', 'g', 'h'] })
    const out = join(folder, 'alternates.json')
    const dropouts = await put('dropouts.csv', 'feature,value,probability\nsector,PRIMARY,0.3\nsector,secondary,0.05\n')
    const options = ['--count', '2', '--dropouts', dropouts, '--held-out', '200', '--out', out]
    const chosen = await kantelpunt('panel', 'alternates', panel, ...asked, ...options)
    expect(chosen.code).toBe(0)
    const written = JSON.parse(await readFile(out, 'utf8'))
    // Of the two alternates at least one is a primary school teacher, who are so much likelier to drop out; never b.
    expect(written.alternates.some((id: string) => id <= 'f')).toBe(true)
    expect(written.alternates).not.toContain('b')
    expect(chosen.answer.heldOut.chosen).toBeLessThan(chosen.answer.heldOut.none)
    const gone = ['--dropped', 'c', '--randomness', 'dice 4', '--alternates']
    const replaced = await kantelpunt('panel', 'replace', panel, ...asked, ...gone, await put('list.txt', 'b\nd\nk\n'))
    expect(replaced).toMatchObject({
      code: 0,
      answer: {
        members: ['a', 'd', 'g', 'h'],
        chosen: ['d'],
        loss: 0,
        before: 2,
        emptySeats: 0,
        short: [],
        proven: true,
      },
    })
    const short = await kantelpunt('panel', 'replace', panel, ...asked, ...gone, await put('list.txt', 'b\nk\n'))
    expect(short).toMatchObject({
      code: 0,
      answer: { loss: 2, emptySeats: 1, short: [{ feature: 'sector', value: 'primary', count: 1, min: 2, max: 2 }] },
    })
    expect(short.err).toContain('1 seats stay empty')
  })

  it('says everything that is wrong with its input', async () => {
    const asked = await files()
    const panel = await put('drawn.json', { members: ['a', 'c', 'z', 'y'] })
    const unknown = await kantelpunt('panel', 'alternates', panel, ...asked, '--count', '2')
    expect(unknown).toMatchObject({
      code: 1,
      err: expect.stringMatching(/"z" is not in the pool.*"y" is not in the pool/s),
    })
    const numbers = await kantelpunt('panel', 'alternates', panel, ...asked, '--count', '-2', '--dropout', '3')
    expect(numbers.err).toMatch(/argument|--count -2.*--dropout 3/s)
    const sound = await put('sound.json', { members: ['a', 'c', 'g', 'h'] })
    const dropouts = await put('dropouts.csv', 'id,probability\na,1.5\nz,0.1\nb,\n')
    const lines = await kantelpunt('panel', 'alternates', sound, ...asked, '--count', '1', '--dropouts', dropouts)
    expect(lines).toMatchObject({ code: 1, err: expect.stringMatching(/line 2: "1.5".*line 4: "".*line 3: "z"/s) })
    const stranger = ['--alternates', await put('list.txt', 'd'), '--dropped', 'k', '--randomness', '1']
    expect((await kantelpunt('panel', 'replace', sound, ...asked, ...stranger)).err).toContain('neither on the panel')
  })
})

describe('panel explain', () => {
  it('tells one person what decided the chance, and nothing of others', async () => {
    const asked = await files()
    const path = await put('result.json', result)
    const { code, answer } = await kantelpunt('panel', 'explain', path, ...asked, '--person', 'e')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ person: 'e', chance: 0.4, equal: 4 / 12, standing: 'above' })
    expect(answer.sentences[0]).toBe(
      'Your chance was 40.0%. Had everyone had the same chance, it would have been 33.3%.',
    )
    expect(Object.keys(answer)).not.toContain('groups')
    expect((await kantelpunt('panel', 'explain', path, ...asked, '--person', 'x')).err).toContain('"x" is not in')
  })

  it('shows chances by group, and writes them as a picture', async () => {
    const asked = await files()
    const picture = join(folder, 'chances.html')
    const { answer } = await kantelpunt(
      'panel',
      'explain',
      await put('result.json', result),
      ...asked,
      '--picture',
      picture,
    )
    expect(answer.statistics).toMatchObject({ min: 0.3, max: 0.4 })
    expect(answer.groups).toHaveLength(2)
    expect(answer.groups[0]).toMatchObject({ feature: 'sector', value: 'primary', people: 6 })
    expect(answer.groups[0].mean).toBeCloseTo(2 / 6, 12)
    const page = await readFile(picture, 'utf8')
    expect(page).toContain('<svg')
    expect(page).toContain('<td>primary</td><td>6</td><td>33.3%</td>')
  })

  it('refuses a result of other people, and one whose proof is not sound', async () => {
    const asked = await files()
    const other = { ...result, panels: [{ members: ['a', 'c', 'g', 'z'], probability: 1 }] }
    expect((await kantelpunt('panel', 'explain', await put('other.json', other), ...asked)).err).toContain('"z" is not')
    const forged = { ...result, certificate: { algorithm: 'leximin', gap: 0, impossible: [], lemmas: [], stages: [] } }
    const refused = await kantelpunt('panel', 'explain', await put('forged.json', forged), ...asked, '--person', 'a')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('not sound') })
  })
})
