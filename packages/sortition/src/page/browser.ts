import { canonicalText, hashOf } from '../lottery/canonical-text.ts'
import { type Draw, drawPanel } from '../lottery/draw.ts'
import type { Lottery } from '../lottery/lottery.ts'
import { pseudonymOf } from '../lottery/pseudonyms.ts'
import { readLottery } from '../lottery/read-lottery.ts'
import { blocks } from './blocks.ts'
import { body } from './body.ts'
import { en } from './text.en.ts'
import { nl, type PageText } from './text.nl.ts'

// What runs in the page: bundled into script.built.ts, of which a test keeps the text equal to what these sources give.
// The bundle calls openPage with the browser's own clock.

interface Page {
  readonly lottery: Lottery
  /** Milliseconds, from any beginning. */
  readonly clock: () => number
  /** How long it took to work out the hash of the list. */
  readonly milliseconds: number
  language: 'nl' | 'en'
  drawn: number | undefined
  self: string | undefined
}

const fields = ['published', 'randomness', 'id', 'key']

/** Makes the page work: checks the list that is in it, and from then on does what people ask. */
export function openPage(clock: () => number): void {
  const began = clock()
  const read = readLottery(at('lottery').textContent ?? '')
  if (read.ok) {
    const milliseconds = clock() - began
    connect({ lottery: read.lottery, clock, milliseconds, language: 'nl', drawn: undefined, self: undefined })
  } else {
    // Nothing is drawn from a list that was changed.
    show(
      'main',
      element('h1', '', nl.title),
      element('p', 'wrong', nl.list.changed),
      element('p', 'wrong', en.list.changed),
    )
  }
}

/** Connects what the server, or `body` in the other language, has written. */
function connect(page: Page): void {
  const text = words(page)
  const { lottery } = page
  document.documentElement.lang = page.language
  document.title = `${text.title} · Kantelpunt`
  at('hash').replaceChildren(...(lottery.hash.match(/.{1,8}/g) ?? []).map((part) => element('span', '', part)))
  say('hash-said', true, text.list.right(ms(page.milliseconds)))
  const download = at('download')
  // Without an address a link can't be reached with the keyboard; the file itself is made when it is asked for.
  download.setAttribute('href', '#list')
  const make = () => {
    const file = new Blob([canonicalText(lottery)], { type: 'text/plain' })
    download.setAttribute('href', URL.createObjectURL(file))
  }
  download.addEventListener('click', make, { once: true })
  at('language').addEventListener('click', () => change(page))
  on('compare', () => compare(page))
  on('drawing', () => draw(page))
  on('finding', () => find(page))
}

/** The other language, with everything that was filled in and found. */
function change(page: Page): void {
  const typed = new Map(fields.map((id) => [id, value(id)]))
  page.language = page.language === 'nl' ? 'en' : 'nl'
  const { draw: method, pseudonyms, seats, panels } = page.lottery
  const shape = { draw: method, pseudonyms, seats, panels: panels.length }
  at('page').innerHTML = body(words(page), shape, page.language)
  for (const [id, text] of typed) {
    const field = document.getElementById(id)
    if (field instanceof HTMLInputElement) field.value = text
  }
  connect(page)
  if (typed.get('published')) compare(page)
  if (typed.get('randomness')) draw(page)
  if (typed.get('id')) find(page)
  at('language').focus()
}

function compare(page: Page): void {
  const { list } = words(page)
  const typed = value('published')
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
  if (typed === '') say('published-said', false, list.nothing)
  else say('published-said', typed === page.lottery.hash, typed === page.lottery.hash ? list.same : list.different)
}

function draw(page: Page): void {
  const text = words(page).draw
  const { lottery } = page
  const began = page.clock()
  // Begins with the list itself: what is drawn is drawn from what the hash covers.
  const isSound = hashOf(lottery) === lottery.hash
  const drawn = drawPanel(lottery, value('randomness'))
  const milliseconds = page.clock() - began
  page.drawn = isSound && drawn.ok ? drawn.number : undefined
  if (!isSound) say('randomness-said', false, text.changed)
  else if (drawn.ok) show('randomness-said')
  else say('randomness-said', false, drawn.reason === 'empty' ? text.empty : text.notDigits(String(drawn.digits)))
  if (isSound && drawn.ok) showPanel(page, drawn, milliseconds)
  else show('drawn')
  if (page.self !== undefined) showSelf(page, page.self)
}

function showPanel(page: Page, drawn: Extract<Draw, { ok: true }>, milliseconds: number): void {
  const text = words(page).draw
  const number = element('p', 'number', `${text.number(counted(page, drawn.number))} `)
  number.append(element('small', '', text.of(counted(page, page.lottery.panels.length))))
  const members = element('ol', 'members')
  // As many columns as the longest name leaves room for.
  const longest = drawn.members.reduce((most, id) => Math.max(most, id.length), 0)
  members.style.setProperty('--widest', `${(0.68 * longest + 1.5).toFixed(1)}em`)
  for (const id of drawn.members) members.append(element('li', id === page.self ? 'self' : '', id))
  show(
    'drawn',
    number,
    ...standing(page),
    element('p', 'hint', text.counted(drawn.normalised, ms(milliseconds))),
    element('h3', '', text.members(counted(page, drawn.members.length))),
    members,
  )
}

function find(page: Page): void {
  const text = words(page).me
  const id = value('id').trim()
  const key = value('key').trim()
  const { pseudonyms, panels } = page.lottery
  const name = pseudonyms && key !== '' ? pseudonymOf(id, key) : id
  // Capitals of an id may matter: exactly as typed first.
  page.self = [name, name.toUpperCase(), name.toLowerCase()].find((each) =>
    panels.some((members) => members.includes(each)),
  )
  if (id === '') show('found', element('p', 'wrong', text.empty))
  else if (page.self === undefined) show('found', element('p', 'wrong', text.none))
  else showSelf(page, page.self)
  // The panel that was drawn says whether this person is on it.
  if (page.drawn !== undefined) draw(page)
}

function showSelf(page: Page, self: string): void {
  const text = words(page).me
  const isOn = page.lottery.panels.map((members) => members.includes(self))
  const count = isOn.filter(Boolean).length
  const [some, all] = [counted(page, count), counted(page, isOn.length)]
  const percent = (count / isOn.length).toLocaleString(page.language, { style: 'percent', maximumFractionDigits: 2 })
  show(
    'found',
    element('p', 'share', text.on(some, all)),
    element('p', '', text.chance(percent)),
    ...standing(page),
    blocks(isOn, page.drawn, text.picture(some, all)),
    element('p', 'hint', `${text.picture(some, all)}${page.drawn === undefined ? '' : ` ${text.drawn}`}`),
  )
}

/** Whether the person who was looked up is on the panel that was drawn, once both are known. */
function standing({ lottery, drawn, self, language }: Page): readonly Element[] {
  if (drawn === undefined || self === undefined) return []
  const text = language === 'nl' ? nl.draw : en.draw
  const isOn = lottery.panels[drawn - 1]?.includes(self) ?? false
  return [element('p', isOn ? 'right' : '', isOn ? text.youAreOn : text.youAreNotOn)]
}

function words({ language }: Page): PageText {
  return language === 'nl' ? nl : en
}

function counted({ language }: Page, number: number): string {
  return number.toLocaleString(language)
}

function ms(milliseconds: number): string {
  return String(Math.max(1, Math.round(milliseconds)))
}

function at(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no ${id}.`)
  return found
}

function value(id: string): string {
  const field = document.getElementById(id)
  return field instanceof HTMLInputElement ? field.value : ''
}

function on(id: string, act: () => void): void {
  at(id).addEventListener('submit', (event) => {
    event.preventDefault()
    act()
  })
}

function show(id: string, ...children: readonly Element[]): void {
  at(id).replaceChildren(...children)
}

function say(id: string, isRight: boolean, text: string): void {
  show(id, element('span', isRight ? 'right' : 'wrong', text))
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}
