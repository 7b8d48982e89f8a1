// Package recorder writes every decision down where nobody can change it: one
// batch for each control interval, its root on a chain, each batch exactly once
// and in order, whatever happens to this process, to the nodes it talks to or to
// the chain's newest blocks.
//
// A pass seals the batches that are due, looks at the chain, follows the
// transactions under way and sends the next. All that must survive is in the
// store before it is acted on: a batch is its own outbox row, and signed bytes
// are stored before any node sees them, so that a crash between any two steps is
// made good by the next pass. The contract takes a batch once: sending one again
// is safe, and what contradicts it stops the recorder with an alarm.
//
// It never holds up deciding: decisions wait in the outbox for days. It decides
// nothing about what is recorded and keeps no keys.
package recorder
