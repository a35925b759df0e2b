// Whom does the work of $company reach, through how many hands, and how is the last step paid?
// Parameters: $company (id).
MATCH chain = (:Organization {id: $company})-[:SUPPLIES_WORK_TO*1..5]->(group:HomeWorkerOrganization)
WHERE all(link IN relationships(chain) WHERE link.status <> 'ended')
WITH group, chain ORDER BY length(chain)
WITH group, head(collect(chain)) AS shortest
MATCH (last:Tie {id: last(relationships(shortest)).id})
RETURN group.id AS id, group.name AS name, length(shortest) AS steps, [step IN nodes(shortest) | step.name] AS hands,
  last.paymentBasis AS paymentBasis, last.workersWomen AS women, last.workersMen AS men
ORDER BY steps, id
