interface ClusterShape {
  folder: string;
  /** Of each node; Slurm is told to believe it. */
  cpus: number;
  controllerPort: number;
  /** One a node. */
  nodePorts: readonly number[];
}

export const nodeNames = (nodes: number): string[] => Array.from({ length: nodes }, (_, index) => `node${index + 1}`);

/** The `slurm.conf` of a cluster on one machine that starts jobs at once, keeps no accounts and touches its folder alone. */
export function configOf({ folder, cpus, controllerPort, nodePorts }: ClusterShape): string {
  const names = nodeNames(nodePorts.length);
  const nodes = nodePorts.map(
    (port, index) =>
      `NodeName=${names[index]} NodeHostname=localhost NodeAddr=127.0.0.1 Port=${port} CPUs=${cpus} RealMemory=64000`,
  );
  // A job that is put back waits until its old credential has expired, two minutes by default; 5 s is the least allowed.
  return `
ClusterName=duality
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=${folder}/munge.socket,cred_expire=5
StateSaveLocation=${folder}/state
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd-%n.pid
SlurmdSpoolDir=${folder}/spool/%n
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
MinJobAge=300
KillWait=5
${nodes.join('\n')}
PartitionName=main Nodes=${names.join(',')} Default=YES MaxTime=INFINITE State=UP PriorityTier=2
PartitionName=low Nodes=${names.join(',')} MaxTime=INFINITE State=UP PriorityTier=1
`;
}
