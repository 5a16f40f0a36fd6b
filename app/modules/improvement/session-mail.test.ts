import { describe, expect, it } from 'vitest'
import type { Agreed } from './session-agreed.ts'
import { type AgreedMail, writeAgreedMail } from './session-mail.ts'

const action = { ownerNames: [], everyone: false, fresh: false, ownerIds: [] }
const agreed: Agreed = {
  actions: [
    { ...action, id: '1', description: 'Kaart ophangen', dueOn: '2026-11-27', ownerIds: ['jan', 'farida'] },
    { ...action, id: '2', description: 'Denkpauze', dueOn: null, everyone: true },
    {
      ...action,
      id: '3',
      description: 'Boek lezen',
      dueOn: '2026-12-04',
      ownerIds: ['farida'],
      ownerNames: ['stagiair Tom'],
    },
  ],
  closed: [],
  unseenIds: [],
  readings: [],
  successes: [],
  plans: [{ description: 'Dinsdag lesbezoek', byName: 'Jan' }],
}
const mail: AgreedMail = {
  locale: 'nl',
  reader: { id: 'jan', name: 'Jan de Boer' },
  team: [
    { id: 'farida', name: 'Farida Aziz' },
    { id: 'jan', name: 'Jan de Boer' },
  ],
  teamName: 'Onderbouw',
  agreed,
  day: '2026-11-23',
  byClock: false,
  summaryUrl: 'https://bord.example/s/school/boards/b/sessions/s',
  calendarUrl: 'https://bord.example/s/school/calendar',
}

describe('the mail after a session', () => {
  const { subject, text } = writeAgreedMail(mail)
  const [yours = '', others = ''] = text.split('Dit doen anderen:')

  it('says what the reader does, also what everybody does, and when', () => {
    expect(yours).toContain('Dag Jan,')
    expect(yours).toContain('- Kaart ophangen, vr 27 nov')
    expect(yours).toContain('- Denkpauze')
    expect(yours).not.toContain('Boek lezen')
  })

  it('says what others do, with their names, guests of the team too', () => {
    expect(others).toContain('- Boek lezen (Farida, stagiair Tom), vr 4 dec')
    expect(others).not.toContain('Kaart ophangen')
    expect(others).toContain('- Dinsdag lesbezoek')
  })

  it('leads to the page of it all and to the calendar', () => {
    expect(text).toContain(mail.summaryUrl)
    expect(text).toContain(mail.calendarUrl)
    expect(subject).toBe('Afgesproken in de bordsessie van Onderbouw, maandag 23 november')
  })

  it('says so in English, and that there is nothing to do, where that is so', () => {
    const english = writeAgreedMail({ ...mail, locale: 'en', agreed: { ...agreed, actions: [] }, byClock: true })
    expect(english.text).toContain('You have no action with your name on it now.')
    expect(english.text).toContain('closed by itself after three hours')
    expect(english.text).not.toContain('Others do this:')
  })
})
