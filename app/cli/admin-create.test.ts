import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { adminCreate } from './admin-create.ts'

const shell = (env: Readonly<Record<string, string>>) => ({
  input: new PassThrough(),
  output: new PassThrough(),
  progress: new PassThrough(),
  env,
})

it('prints a link that signs the first admin in, and tells who was here already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kantelpunt-admin-'))
  try {
    const env = { KANTELPUNT_DATA: folder, ORIGIN: 'https://kantelpunt.example/' }
    const args = ['--email', 'Jo@Kantelpunt.Example', '--name', 'Jo Zwart']
    const link = expect.stringMatching(/^https:\/\/kantelpunt\.example\/sign-in\/link\?token=[\w-]{43}&to=%2Fadmin$/)
    const answer = { person: expect.any(String), created: true, link, minutes: 15 }
    expect(await adminCreate.run(args, shell(env))).toEqual({ kind: 'done', answer })
    expect(await adminCreate.run([...args, '--reset-second-step'], shell(env))).toMatchObject({
      kind: 'done',
      answer: { created: false },
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)

it.each([
  [[], '--email'],
  [['--email', 'jo', '--name', 'Jo Zwart'], '--email'],
  [['--email', 'jo@x.example', '--name', 'J'], '--name'],
  [['--mail', 'jo@x.example'], '--mail'],
])('says what is wrong with %j, and opens no database', async (args, named) => {
  const outcome = await adminCreate.run(args, shell({ KANTELPUNT_DATA: '/nowhere/that/can/be/made' }))
  expect(outcome).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(named) })
})

it('names the setting that is wrong', async () => {
  const args = ['--email', 'jo@x.example', '--name', 'Jo Zwart']
  const outcome = await adminCreate.run(args, shell({ OIDC_PROVIDERS: '[{"id":"X"}]' }))
  expect(outcome).toMatchObject({ kind: 'bad-input', message: expect.stringContaining('OIDC_PROVIDERS') })
})
