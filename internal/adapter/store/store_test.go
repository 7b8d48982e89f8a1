package store_test

import (
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/store/storetest"
)

func TestSQLiteConforms(t *testing.T) {
	storetest.Run(t, storetest.Files{})
}

func TestPostgresConforms(t *testing.T) {
	storetest.Run(t, storetest.StartPostgres(t))
}
