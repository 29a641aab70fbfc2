/**
 * For a cover letter: the work that each area supports, in the words that ads use. "Supports" is as much as a
 * certification can say; what its holder did is theirs to add.
 */
import type { SetId } from '../areas.ts'

/** Goes on from "It supports work such as". */
export const supportedWork: Record<SetId, string> = {
  'foundations-of-library-services':
    'explaining library services and policies, protecting patron privacy, and sending each question to the right department',
  'communication-and-teamwork':
    'customer service in person, by phone and by e-mail, calming a complaint, and working as part of a team',
  technology:
    'helping patrons with public computers, printers, e-books and their own devices, and basic troubleshooting',
  'access-services':
    'circulation, holds and renewals, interlibrary loan, course reserves, and shelving and stacks maintenance',
  'adult-readers-advisory-services':
    'readers’ advisory, book displays and booklists, book discussions, and adult programming',
  'cataloging-and-classification':
    'copy cataloging, call numbers and subject headings, authority control, and cleaning up catalog records',
  'collection-management':
    'selection and weeding, ordering and receiving, serials, and the processing and repair of materials',
  'reference-and-information-services':
    'answering reference questions at the desk, by phone and by chat, database searching, and showing patrons how to find information',
  'supervision-and-management':
    'training, scheduling and supervising staff, student workers and volunteers, and following policies, procedures and budgets',
  'youth-services':
    'story times, summer reading and other programs for children and teens, and work with families and schools',
}
