import type { NavigationItem } from '../web/module.ts'
import { text } from './members/text.ts'

/** Stands behind the modules: who belongs here, for those who may look at that. */
export const identityNavigation: readonly NavigationItem[] = [
  {
    label: (locale) => text(locale).people,
    href: ({ slug }) => `/s/${slug}/people`,
    visible: ({ roles }) => roles.some((role) => role !== 'teacher'),
  },
]
