import type { Domain } from '@kantelpunt/school-results'

export interface ResultWillingTable {
  organisation_id: string
  subject: Domain
  school_name: string
  school_code: string
  since: Date
}

/** Of the school that asks. */
export interface ResultHelpRequestTable {
  organisation_id: string
  id: string
  track_id: string
  subject: Domain
  school_name: string
  asked_id: string
  asked_name: string
  message: string
  asked_at: Date
  withdrawn_at: Date | null
  held_on: string | null
}

/** Of the school that was asked. */
export interface ResultHelpAnswerTable {
  organisation_id: string
  request_id: string
  asker_id: string
  answer: 'yes' | 'no'
  visit_on: string | null
  words: string
  answered_at: Date
}

declare module '../../../platform/database/schema.ts' {
  interface Schema {
    result_willing: ResultWillingTable
    result_help_requests: ResultHelpRequestTable
    result_help_answers: ResultHelpAnswerTable
  }
}
