import { demoId, demoTeam, deWaterlelie, personas } from '../app/platform/identity/demo-people.ts'
import { TestBrowser } from '../app/platform/identity/testing.ts'

/** Somebody of the demo at a browser without script, in Dutch, signed in on the app at this address. */
export async function signInAs(url: string, name: string): Promise<TestBrowser> {
  const persona = personas.find((each) => each.name === name)
  if (persona === undefined) throw new Error(`The demo has no persona ${name}.`)
  const browser = new TestBrowser((path, init) => fetch(url + path, { ...init, redirect: 'manual' }), {
    'accept-language': 'nl',
  })
  const { status } = await browser.post('/sign-in/as', { person: persona.id, to: '/' })
  if (status !== 303) throw new Error(`${name} could not sign in: ${status}.`)
  return browser
}

/** The path of the board of a team of the demo's school, which the demo has filled. */
export function demoBoard(team: string): string {
  return `/s/${deWaterlelie.slug}/boards/${demoId(`board ${demoTeam(deWaterlelie, team).id} improvement`)}`
}
