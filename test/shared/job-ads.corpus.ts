/**
 * Invented ads in the manner of real ones, labelled before the lexicon was written: what an ad asks for (`core`),
 * and what a careful reader may also see in it (`minor`). Anything else that is found is wrong.
 */
import type { SetId } from '../../shared/programme.ts'

export interface LabelledAd {
  id: string
  text: string
  core: SetId[]
  minor: SetId[]
}

const foundations = 'foundations-of-library-services'
const communication = 'communication-and-teamwork'
const technology = 'technology'
const access = 'access-services'
const advisory = 'adult-readers-advisory-services'
const cataloging = 'cataloging-and-classification'
const collections = 'collection-management'
const reference = 'reference-and-information-services'
const supervision = 'supervision-and-management'
const youth = 'youth-services'

export const ads: LabelledAd[] = [
  {
    id: 'circulation clerk, small town',
    text: `Circulation Clerk, 19 hours a week. Reports to the Circulation Supervisor.
• Charges and discharges materials, renews items, places holds, registers borrowers
• Collects fines and runs the cash register at closing
• Sorts and shelves returns; reads shelves for accuracy
• Answers the telephone and gives excellent customer service, also to difficult patrons
Must lift 40 pounds. Three professional references and a background check are required. No library experience needed; we will train you.`,
    core: [access, communication],
    minor: [],
  },
  {
    id: 'copy cataloger, university',
    text: `Metadata and Copy Cataloging Specialist, University Libraries. Performs copy cataloging of monographs and e-books in OCLC Connexion following RDA; edits MARC records; assigns call numbers and subject headings; carries out authority work and batch loads. Works under the general supervision of the Head of Technical Services. Required: bachelor's degree, or an associate degree and two years of library experience. Preferred: reading knowledge of a second language.`,
    core: [cataloging],
    minor: [],
  },
  {
    id: 'acquisitions and serials, college',
    text: `Acquisitions & Serials Technician. Places orders with vendors, receives and checks in periodicals, claims missing issues, approves invoices for payment and reconciles accounts; tracks the materials budget; prepares volumes for the bindery; processes gifts and withdrawn items. Creates brief item records. Good attention to detail; strong interpersonal skills.`,
    core: [collections],
    minor: [cataloging, supervision, communication],
  },
  {
    id: "children's associate",
    text: `<h2>Library Associate &ndash; Children&rsquo;s Room</h2><p>You&#8217;ll lead weekly storytimes for babies and toddlers, visit kindergarten classrooms, run the Summer Reading Club, and make book lists for young readers. You will suggest the next great chapter book to a reluctant nine-year-old &mdash; readers&rsquo; advisory is the best part of the job. Child abuse clearances required.</p>`,
    core: [youth],
    minor: [],
  },
  {
    id: 'teen makerspace',
    text: `Teen Services Assistant (part time). Help teens use 3D printers, sewing machines and the recording studio in our makerspace; plan after-school programs with our teen advisory board; keep a welcoming, safe space for young adults. Comfort with new technology a must, e.g. troubleshooting laptops and teaching basic coding.`,
    core: [youth, technology],
    minor: [communication],
  },
  {
    id: 'adult reference and genealogy',
    text: `Information Services Associate, Main Library. Staff the reference desk, conduct reference interviews, teach patrons to search our databases, and help with genealogy and local history questions in the Heritage Room. Leads a monthly book discussion and writes staff picks for the newsletter. One evening a week and every third Saturday.`,
    core: [reference],
    minor: [advisory, technology],
  },
  {
    id: 'branch supervisor',
    text: `Branch Supervisor. Plans, assigns and reviews the work of six staff; prepares schedules and approves timesheets; interviews, hires, coaches and evaluates employees; monitors the branch budget; opens and closes the building; represents the library at community events and works with partner agencies. Handles escalated customer complaints. Two years of lead or supervisory experience.`,
    core: [supervision],
    minor: [communication],
  },
  {
    id: 'school library aide',
    text: `Elementary Library Aide, 183 days. Under the direction of the teacher-librarian: checks books in and out, shelves, repairs damaged books, reads aloud to classes, helps students find books at their level, processes new books, takes inventory at the end of the year. Supervises students while they are in the library. High school diploma or GED. Must get along with children.`,
    core: [access, youth, collections],
    minor: [],
  },
  {
    id: 'page',
    text: `Library Page. Shelve books and media in Dewey and alphabetical order, shift collections, empty the book drop, pull items on the hold list. Works well with little supervision. Must be 16. Ability to push a 150-lb cart.`,
    core: [access],
    minor: [cataloging, collections],
  },
  {
    id: 'interlibrary loan, small college',
    text: `ILL & Reserves Coordinator. Runs borrowing and lending in ILLiad and WorldShare, scans articles for electronic reserves in line with copyright law, ships through the statewide courier, bills for lost items. Hires and trains two student workers each term.`,
    core: [access, supervision],
    minor: [],
  },
  {
    id: 'outreach and bookmobile',
    text: `Outreach Services Assistant: drive the bookmobile to daycares, schools and senior residences, deliver to homebound readers and choose books to their taste, present preschool storytimes on the road, sign people up for library cards. CDL or ability to obtain. Equal opportunity employer; minors under 18 need a work permit.`,
    core: [youth, access],
    minor: [advisory, communication],
  },
  {
    id: 'e-resources help desk',
    text: `Digital Services Assistant. One-on-one tech help for adults: e-readers, tablets, Libby and hoopla, e-mail, printing from phones, resume formatting. Teaches computer basics classes. Keeps the public computers, self-check machines and Wi-Fi working and reports problems to the city's IT department. Patience; clear communication.`,
    core: [technology],
    minor: [communication, access],
  },
  {
    id: 'weeding and mending',
    text: `Collection Maintenance Assistant, temporary grant position. Weed adult nonfiction from lists, discard worn items, mend books and clean discs, relabel spines, and update holdings. May assist at the service desk when busy.`,
    core: [collections],
    minor: [cataloging, access],
  },
  {
    id: 'hospital library',
    text: `Library Technician, Children's Hospital Medical Library. Fills document delivery requests through DOCLINE, runs basic literature searches in PubMed for clinicians, renews journal subscriptions and troubleshoots access to electronic journals. References will be checked.`,
    core: [access, reference, collections],
    minor: [technology],
  },
  {
    id: 'nothing stated',
    text: `Library Assistant pool. Substitutes work on call at any of our fourteen branches, mostly nights and weekends. $17.25 an hour. Apply online; attach a resume and the names of three references. A driver's license and reliable transportation are required. Applicants must pass a criminal background check because the library serves minors. The county is a drug-free workplace under a collective bargaining agreement.`,
    core: [],
    minor: [],
  },
  {
    id: 'another certificate, no supervision',
    text: `Library Technician I. This class has no supervisory responsibilities and does not catalog original materials. Possession of a Certificate in Library Technology and Youth Services Certification from the State Library is desirable. Performs bibliographic searching, prepares orders for new titles, unpacks and receives shipments and keeps the vertical file. Works as a member of a team.`,
    core: [collections],
    minor: [reference, communication],
  },
  {
    id: 'one-person rural library',
    text: `Library Manager, population 900. You will be the only employee: recommend novels to regulars, order and weed, help with faxes and job forms on the computers, keep patron records private, run story hour, write grants, and explain library policies to the town board. Must believe in intellectual freedom.`,
    core: [advisory, collections, youth, foundations],
    minor: [technology, supervision, access, communication],
  },
  {
    id: 'readers services',
    text: `Adult Services Assistant, Fiction Desk. Genre knowledge wanted: romance, mystery, science fiction. Provide readers’ advisory in person and by form, curate displays and booklists, host three book clubs, use NoveList. Occasional floor reference. Collaborative, warm and tactful.`,
    core: [advisory],
    minor: [reference, communication],
  },
  {
    id: 'special collections student lead',
    text: `Stacks & Student Lead, Night Shift. Lead worker for eight student assistants: onboarding, scheduling, payroll entry, performance feedback. Oversees stacks maintenance, shelf-reading and annual shift. Circulation desk coverage from 8 p.m. to 2 a.m.; secures the building and responds to emergencies.`,
    core: [supervision, access],
    minor: [],
  },
  {
    id: 'HTML table with a privacy notice',
    text: `<style>.a{color:red}/* cataloging */</style><table><tr><td>Department</td><td>Patron&nbsp;Services</td></tr><tr><td>Supervision exercised</td><td>None</td></tr><tr><td>Duties</td><td>Greet patrons; issue cards; clear holds; trouble&shy;shoot printers</td></tr></table><!-- storytime --><p>Cataloging: not required.</p>`,
    core: [access, technology],
    minor: [communication],
  },
]
