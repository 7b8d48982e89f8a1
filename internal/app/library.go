package app

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/models"
)

// library is the models there are: those trained here, in a folder of the data,
// before those that ship.
type library struct{ dir string }

// libraryOf keeps its models below the data folder.
func libraryOf(dataDir string) library { return library{dir: filepath.Join(dataDir, "models")} }

// library is the process's own, where a replay looks too.
func (s *services) library() library { return libraryOf(s.cfg.DataDir) }

// errNoModel says that there is no model of a name.
var errNoModel = errors.New("no such model")

// checkpoint is the model of a name.
func (l library) checkpoint(name string) (*nn.Checkpoint, error) {
	if name == "" || strings.ContainsAny(name, `/\.`) {
		return nil, fmt.Errorf("model %q: %w", name, errNoModel)
	}
	file, err := os.ReadFile(filepath.Join(l.dir, name, "policy.ckpt"))
	if errors.Is(err, fs.ErrNotExist) {
		file, err = fs.ReadFile(models.Files, name+"/policy.ckpt")
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("model %q: %w: train it with pouwdem train --out %s", name, errNoModel, filepath.Join(l.dir, name))
	}
	if err != nil {
		return nil, fmt.Errorf("read model %s: %w", name, err)
	}
	c, err := nn.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", name, err)
	}
	return c, nil
}

// policy is the learned policy that params name. Where they name a checksum the
// model must have it.
func (l library) policy(params learn.Params) (*learn.Policy, error) {
	c, err := l.checkpoint(params.Model)
	if err != nil {
		return nil, err
	}
	if sum := hex.EncodeToString(c.Sum[:]); params.SHA256 != "" && params.SHA256 != sum {
		return nil, fmt.Errorf("model %s has checksum %s, wanted is %s: it was trained again since", params.Model, sum, params.SHA256)
	}
	return learn.New(params.Model, c, params.Fallback)
}

// keep writes a model trained here.
func (l library) keep(name string, file []byte) error {
	dir := filepath.Join(l.dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make the model's folder: %w", err)
	}
	path := filepath.Join(dir, "policy.ckpt")
	if err := os.WriteFile(path+".new", file, 0o600); err != nil {
		return fmt.Errorf("write model %s: %w", name, err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("write model %s: %w", name, err)
	}
	return nil
}
