// A client of a lægevagt: sends a call with a referral, and hears what the municipality answers.
//
//   node examples/clients/javascript/referral.mjs http://127.0.0.1:5080/fhir http://127.0.0.1:7010/answers
//
// The first address is the server's FHIR base, the second one of this machine at which the answers shall come; the server's operator has listed it
// (setting Subscriptions:Allow). Needs Node 18 or later and no packages. Ends when the referral is accepted, declined or returned.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const [base = 'http://127.0.0.1:5080/fhir', endpoint = 'http://127.0.0.1:7010/answers'] = process.argv.slice(2);
const scenario = new URL('../../scenario-1-mette/transaction.json', import.meta.url);

/** Sends JSON and reads JSON; what the server refuses is said in Danish, as the server says it. */
async function fhir(method, path, body) {
  const response = await fetch(path ? `${base}/${path}` : base, {
    method,
    headers: { 'Content-Type': 'application/fhir+json', Accept: 'application/fhir+json', 'Accept-Language': 'da' },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.issue.map(issue => `${issue.expression ?? ''} ${issue.details?.text ?? issue.diagnostics}`).join('\n'));
  }

  return answer;
}

/** Every reference in a resource. */
function references(value) {
  if (value === null || typeof value !== 'object') return [];
  return [...(typeof value.reference === 'string' ? [value.reference] : []), ...Object.values(value).flatMap(references)];
}

/** Mette's referral as it was when it had just been sent, now: the task, and the entries that it refers to. */
async function referralOf(file) {
  const entries = JSON.parse(await readFile(file, 'utf8')).entry;
  const task = entries.find(entry => entry.resource.resourceType === 'Task');
  const request = entries.find(entry => entry.fullUrl === task.resource.focus.reference);
  const now = new Date();
  const limit = new Date(now.getTime() + 4 * 3600_000);

  Object.assign(task.resource, { status: 'requested', authoredOn: now.toISOString(), lastModified: now.toISOString(), restriction: { period: { end: limit.toISOString() } } });
  Object.assign(task.resource.businessStatus.coding[0], { code: 'sent', display: 'Sendt' });
  for (const later of ['executionPeriod', 'note', 'output']) delete task.resource[later];
  Object.assign(request.resource, { status: 'active', authoredOn: now.toISOString(), occurrencePeriod: { start: now.toISOString(), end: limit.toISOString() } });

  const needed = new Set([task]);
  for (const entry of needed) {
    for (const reference of references(entry.resource)) {
      const target = entries.find(other => other.fullUrl === reference);
      if (target) needed.add(target);
    }
  }

  // People and places exist once and are found by their identifiers; what happens, happens anew.
  for (const entry of needed) {
    if (['Encounter', 'Observation', 'Consent', 'ServiceRequest', 'Task'].includes(entry.resource.resourceType)) {
      delete entry.request.ifNoneExist;
      delete entry.resource.identifier;
    }
  }

  return { resourceType: 'Bundle', type: 'transaction', entry: [...needed] };
}

/** Listens for what the server PUTs below the endpoint. */
function listen(onTask) {
  const { hostname, port } = new URL(endpoint);
  const listener = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    // First safe, then answered: what is answered with 200 is not sent again. The same version may come twice.
    onTask(JSON.parse(body));
    response.writeHead(200).end();
  });
  return new Promise(resolve => listener.listen(Number(port), hostname, () => resolve(listener)));
}

const answers = [];
let wake = () => {};
const listener = await listen(task => { answers.push(task); wake(); });

const bundle = await referralOf(scenario);
const sent = await fhir('POST', '', bundle);
const addressOf = type => sent.entry[bundle.entry.findIndex(entry => entry.resource.resourceType === type)].response.location.split('/').slice(-4, -2).join('/');
const task = await fhir('GET', addressOf('Task'));

// One subscription for all referrals of this sender. It has an id of the client's, so that a client that starts again finds it; 'requested' makes it go on where it was.
await fhir('PUT', 'Subscription/laegevagt-svar', {
  resourceType: 'Subscription', id: 'laegevagt-svar', status: 'requested', reason: 'Svar på henvisninger',
  criteria: `Task?requester=${task.requester.reference}&status:not=requested`,
  channel: { type: 'rest-hook', endpoint, payload: 'application/fhir+json' },
});
console.log(`Sendt: Task/${task.id}`);

for (let done = false; !done;) {
  if (answers.length === 0) await new Promise(resolve => { wake = resolve; });
  const answer = answers.shift();
  if (answer.id !== task.id) continue;
  console.log(`Svar: ${answer.businessStatus.coding[0].code}${answer.note?.length ? `, ${answer.note.at(-1).text}` : ''}`);
  done = ['accepted', 'rejected', 'failed', 'cancelled', 'completed'].includes(answer.status);
}

listener.close();
listener.closeAllConnections();
