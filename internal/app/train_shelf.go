package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/service/trainer"
)

// shelf is where trainings under way are kept: beside the model that they will
// be. Without the identity of a training nothing is kept.
type shelf struct {
	dir string
	of  string // hex; what is trained, on what
}

// identity names a training by its settings and its data: one that was kept goes
// on with the same alone.
func identity(about trained, hash string) (string, error) {
	encoded, err := json.Marshal(about)
	if err != nil {
		return "", fmt.Errorf("name a training: %w", err)
	}
	sum := sha256.Sum256(append(encoded, hash...))
	return hex.EncodeToString(sum[:]), nil
}

func (s shelf) path(seed uint64) string {
	return filepath.Join(s.dir, fmt.Sprintf("seed-%d.training", seed))
}

// attach lets a task go on with what is kept of it, and be kept from now on.
func (s shelf) attach(task *trainer.Task) error {
	if s.of == "" {
		return nil
	}
	path := s.path(task.Seed)
	task.Keep = func(c *nn.Checkpoint) error {
		c.DataHash = s.of
		file, err := c.Encode()
		if err != nil {
			return err
		}
		if err := os.WriteFile(path+".new", file, 0o644); err != nil { //nolint:gosec // no secret
			return fmt.Errorf("keep a training: %w", err)
		}
		return os.Rename(path+".new", path)
	}
	file, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("--resume: %w", err)
	}
	if task.Resume, err = nn.Decode(file); err != nil {
		return fmt.Errorf("--resume: %s: %w", path, err)
	}
	if task.Resume.DataHash != s.of {
		return usageError{fmt.Errorf("--resume: %s is of other settings or data: give those it was begun with, or remove it", path)}
	}
	return nil
}

// clear removes what was kept, once the models are written.
func (s shelf) clear() error {
	if s.of == "" {
		return nil
	}
	kept, err := filepath.Glob(filepath.Join(s.dir, "seed-*.training"))
	if err != nil {
		return fmt.Errorf("find kept trainings: %w", err)
	}
	for _, path := range kept {
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("remove a kept training: %w", err)
		}
	}
	return nil
}
