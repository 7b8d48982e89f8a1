"""What a client of Flower's SecAgg+ computes, by Flower's own client mod.

Messages between client and server are passed as values on both sides of the comparison; what is
timed is the client's processor time, as Python's process_time counts it, without what stands in
for training. Every client is set up and shares its keys; the steps after that are timed for some.
"""
import json
import sys
import time

import numpy as np
from flwr.client.mod import secaggplus_mod
from flwr.app import ConfigRecord, Context, Message, RecordDict
from flwr.app.message_type import MessageType
from flwr.common import Code, FitRes, Status, ndarrays_to_parameters
from flwr.compat.common import recorddict_compat as compat
from flwr.common.secure_aggregation.secaggplus_constants import RECORD_KEY_CONFIGS, Key, Stage
from flwr.supercore.task_identity import TaskIdentity

TaskIdentity.run_id, TaskIdentity.node_id, TaskIdentity.task_id = 1, 1, 1
vector, clients, dropped, timed, shares = sys.argv[1], *map(int, sys.argv[2:6])
parameters = ndarrays_to_parameters([np.fromfile(vector, dtype="<f4")])
threshold, half = 2 * shares // 3 + 1, shares // 2
near = {i: [(i + k) % clients for k in range(-half, half + 1)] if shares < clients else list(range(clients)) for i in range(clients)}
contexts = [Context(run_id=1, node_id=i, node_config={}, state=RecordDict(), run_config={}) for i in range(clients)]
spent = [0.0] * clients


def train(message, _):
    start = time.process_time()
    result = FitRes(status=Status(Code.OK, ""), parameters=parameters, num_examples=500, metrics={})
    answer = Message(compat.fitres_to_recorddict(result, True), reply_to=message)
    spent[train.client] -= time.process_time() - start
    return answer


def step(client, stage, values):
    values[Key.STAGE] = stage
    message = Message(RecordDict({RECORD_KEY_CONFIGS: ConfigRecord(values)}), dst_node_id=client, message_type=MessageType.TRAIN, group_id="1")
    train.client = client
    start = time.process_time()
    answer = secaggplus_mod(message, contexts[client], train)
    spent[client] += time.process_time() - start
    return answer.content.config_records[RECORD_KEY_CONFIGS]


keys = {}
for i in range(clients):
    answer = step(i, Stage.SETUP, {
        Key.SAMPLE_NUMBER: clients, Key.SHARE_NUMBER: shares, Key.THRESHOLD: threshold, Key.CLIPPING_RANGE: 8.0,
        Key.TARGET_RANGE: 1 << 22, Key.MOD_RANGE: 1 << 32, Key.MAX_WEIGHT: 1000.0,
    })
    keys[i] = [answer[Key.PUBLIC_KEY_1], answer[Key.PUBLIC_KEY_2]]
sealed = {i: [] for i in range(clients)}
for i in range(clients):
    answer = step(i, Stage.SHARE_KEYS, {str(k): keys[k] for k in near[i]})
    for to, text in zip(answer[Key.DESTINATION_LIST], answer[Key.CIPHERTEXT_LIST]):
        sealed[to].append((i, text))
alive, sent = set(range(clients - dropped)), 0
for i in range(timed):
    answer = step(i, Stage.COLLECT_MASKED_VECTORS, {Key.SOURCE_LIST: [s for s, _ in sealed[i]], Key.CIPHERTEXT_LIST: [c for _, c in sealed[i]]})
    sent = sum(len(b) for b in answer[Key.MASKED_PARAMETERS])
    step(i, Stage.UNMASK, {
        Key.ACTIVE_NODE_ID_LIST: [k for k in near[i] if k in alive], Key.DEAD_NODE_ID_LIST: [k for k in near[i] if k not in alive],
    })
print(json.dumps({"clients": clients, "client_cpu_ms": 1000 * sum(spent[:timed]) / timed, "masked_bytes": sent}))
