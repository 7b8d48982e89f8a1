package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const manifestName = "manifest.json"

// Manifest says what a backup holds. It lies beside the files, and is written
// last: a directory without one is not a backup.
type Manifest struct {
	Dir       string       `json:"-"`
	Engine    string       `json:"engine"`
	Schema    int64        `json:"schema"`
	LastSeq   int64        `json:"last_seq"` // newest event when the backup began
	CreatedAt time.Time    `json:"created_at"`
	Files     []BackupFile `json:"files"`
}

// BackupFile is one file of a backup.
type BackupFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Backup writes a consistent copy of the running store into a new directory
// under dir, named after the time. SQLite copies itself; PostgreSQL needs
// pg_dump.
func (s *Store) Backup(ctx context.Context, dir string, at time.Time) (Manifest, error) {
	m := Manifest{Engine: s.engine.name(), Schema: s.schema, CreatedAt: at.UTC()}
	m.Dir = filepath.Join(dir, "pouwdem-"+m.CreatedAt.Format("20060102T150405Z"))
	if err := s.backup(ctx, &m); err != nil {
		return Manifest{}, fmt.Errorf("back up to %s: %w", m.Dir, err)
	}
	return m, nil
}

func (s *Store) backup(ctx context.Context, m *Manifest) (err error) {
	if err := os.MkdirAll(filepath.Dir(m.Dir), 0o700); err != nil {
		return err
	}
	if err := os.Mkdir(m.Dir, 0o700); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(m.Dir))
		}
	}()
	if m.LastSeq, err = s.LastSeq(ctx); err != nil {
		return err
	}
	names, err := s.engine.dump(ctx, s, m.Dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		file, err := seal(m.Dir, name)
		if err != nil {
			return err
		}
		m.Files = append(m.Files, file)
	}
	return writeManifest(*m)
}

// seal makes a file private, puts it on disk and takes its hash.
func seal(dir, name string) (BackupFile, error) {
	path := filepath.Join(dir, name)
	if err := os.Chmod(path, 0o600); err != nil {
		return BackupFile{}, err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return BackupFile{}, err
	}
	defer f.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, f)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		return BackupFile{}, fmt.Errorf("hash %s: %w", path, err)
	}
	return BackupFile{Name: name, Bytes: n, SHA256: hex.EncodeToString(hash.Sum(nil))}, nil
}

func writeManifest(m Manifest) error {
	body, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("encode manifest: %w", err)
	}
	partial := filepath.Join(m.Dir, manifestName+".partial")
	if err := os.WriteFile(partial, append(body, '\n'), 0o600); err != nil {
		return err
	}
	if _, err := seal(m.Dir, manifestName+".partial"); err != nil {
		return err
	}
	if err := os.Rename(partial, filepath.Join(m.Dir, manifestName)); err != nil {
		return err
	}
	return syncDir(m.Dir)
}

// syncDir puts a directory's entries on disk.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// ReadManifest reads a backup's manifest and holds every file against it.
func ReadManifest(backupDir string) (Manifest, error) {
	body, err := os.ReadFile(filepath.Join(backupDir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, fmt.Errorf("%s is not a finished backup: it has no %s; want a folder pouwdem-TIME that pouwdem backup made", backupDir, manifestName)
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("read backup: %w", err)
	}
	m := Manifest{Dir: backupDir}
	if err := json.Unmarshal(body, &m); err != nil {
		return Manifest{}, fmt.Errorf("read %s of %s: %w", manifestName, backupDir, err)
	}
	if len(m.Files) == 0 {
		return Manifest{}, fmt.Errorf("backup %s names no file", backupDir)
	}
	for _, want := range m.Files {
		if err := check(backupDir, want); err != nil {
			return Manifest{}, err
		}
	}
	return m, nil
}

func check(dir string, want BackupFile) error {
	if want.Name != filepath.Base(want.Name) {
		return fmt.Errorf("backup %s names a file outside itself: %q", dir, want.Name)
	}
	f, err := os.Open(filepath.Join(dir, want.Name))
	if err != nil {
		return fmt.Errorf("read backup: %w", err)
	}
	defer f.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, f)
	if err != nil {
		return fmt.Errorf("read backup: %w", err)
	}
	if got := hex.EncodeToString(hash.Sum(nil)); n != want.Bytes || got != want.SHA256 {
		return fmt.Errorf("backup %s is damaged: %s does not have the hash in its manifest", dir, want.Name)
	}
	return nil
}
