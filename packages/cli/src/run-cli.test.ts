import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { type Command, type Outcome, runCli } from './index.ts'

const seen: (readonly string[])[] = []
const command = (name: string, outcome: Outcome): Command => ({
  name,
  usage: 'FILE…',
  summary: `Does ${name}.`,
  help: `More about ${name}.`,
  run: async (args) => {
    seen.push(args)
    return outcome
  },
})
const commands = [
  command('schools', { kind: 'done', answer: [1] }),
  command('schools import', { kind: 'done', answer: { added: 2 } }),
  command('refuse', { kind: 'bad-input', message: 'Line 3 has no BRIN.' }),
  command('despair', { kind: 'no-answer', message: 'No panel meets these quotas.', answer: { closest: 4 } }),
  command('own', { kind: 'done' }),
]

async function kantelpunt(...args: string[]) {
  const output = new PassThrough()
  const progress = new PassThrough()
  const texts = Promise.all([text(output), text(progress)])
  const code = await runCli(commands, args, { input: Readable.from([]), output, progress, env: {} })
  output.end()
  progress.end()
  const [out, err] = await texts
  return { code, out, err }
}

describe('the command line', () => {
  it('calls the command with the longest name, with the words after it', async () => {
    expect(await kantelpunt('schools', 'import', 'a.csv', '--dry-run')).toEqual({
      code: 0,
      out: '{\n  "added": 2\n}\n',
      err: '',
    })
    expect(seen.at(-1)).toEqual(['a.csv', '--dry-run'])
    expect(JSON.parse((await kantelpunt('schools', 'b.csv')).out)).toEqual([1])
    expect(seen.at(-1)).toEqual(['b.csv'])
  })

  it('ends with 1 and tells on standard error what is wrong with the input', async () => {
    expect(await kantelpunt('refuse', 'a.csv')).toEqual({ code: 1, out: '', err: 'Line 3 has no BRIN.\n' })
  })

  it('tells how a command is called to who gives it nothing', async () => {
    const { code, err } = await kantelpunt('refuse')
    expect(code).toBe(1)
    expect(err).toContain('kantelpunt refuse FILE…')
    expect(err).toContain('Line 3 has no BRIN.')
  })

  it('ends with 2 where no answer exists, and still gives what it found', async () => {
    expect(await kantelpunt('despair')).toEqual({
      code: 2,
      out: '{\n  "closest": 4\n}\n',
      err: 'No panel meets these quotas.\n',
    })
  })

  it('writes nothing for a command that wrote its own output', async () => {
    expect(await kantelpunt('own')).toEqual({ code: 0, out: '', err: '' })
  })

  it('lists the commands when asked', async () => {
    const { code, out, err } = await kantelpunt('--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`  ${name} FILE…\n +${summary}`))
  })

  it('lists them on standard error for a command that is not there, and for none', async () => {
    for (const args of [['shcools'], []]) {
      const { code, out, err } = await kantelpunt(...args)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('schools import FILE…')
    }
    expect((await kantelpunt('shcools', 'import')).err).toContain('There is no command shcools import.')
  })

  it('says more about one command without running it', async () => {
    const before = seen.length
    expect((await kantelpunt('schools', 'import', '--help')).out).toBe(
      'kantelpunt schools import FILE…\n  Does schools import.\n\nMore about schools import.\n',
    )
    expect(seen).toHaveLength(before)
  })
})
