// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package taskallocation

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// TaskAllocationBatch is an auto generated low-level Go binding around an user-defined struct.
type TaskAllocationBatch struct {
	Id       uint64
	Interval uint32
	Count    uint32
	Root     [32]byte
	DataHash [32]byte
}

// TaskAllocationSpec is an auto generated low-level Go binding around an user-defined struct.
type TaskAllocationSpec struct {
	Group     uint64
	Index     uint32
	Kind      uint32
	Reward    *big.Int
	SpecHash  [32]byte
	InputRoot [32]byte
	SaltHash  [32]byte
}

// TaskAllocationTask is an auto generated low-level Go binding around an user-defined struct.
type TaskAllocationTask struct {
	Status     uint8
	Minted     bool
	Worker     common.Address
	Group      uint64
	DueAt      uint64
	FinalAt    uint64
	Bond       *big.Int
	Reward     *big.Int
	Digest     [32]byte
	InputRoot  [32]byte
	ResultRoot [32]byte
}

// TaskAllocationMetaData contains all meta data concerning the TaskAllocation contract.
var TaskAllocationMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"money\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"spent\",\"type\":\"address\",\"internalType\":\"contractNullifiers\"},{\"name\":\"worktime\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"window\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"ARBITER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"COORDINATOR_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"EMPTY_ROOT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"RECORDER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"accept\",\"inputs\":[{\"name\":\"spec\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Spec\",\"components\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"reward\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"specHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"saltHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"anchor\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Batch\",\"components\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"fresh\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"anchorMany\",\"inputs\":[{\"name\":\"batches\",\"type\":\"tuple[]\",\"internalType\":\"structTaskAllocation.Batch[]\",\"components\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"challengeWindow\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"commitResult\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"resultRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"commitment\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Batch\",\"components\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"commitmentOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"commitment\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"createTasks\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"bond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"credit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"expire\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"finalize\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"groupOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"bond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"unreserved\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"minted\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"head\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"includes\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Batch\",\"components\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"decision\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastInterval\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nextBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nextGroup\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"nullifiers\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractNullifiers\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"reclaim\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"slash\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"challenger\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"submitTasks\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"bond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"budget\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"outputs\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"taskId\",\"inputs\":[{\"name\":\"spec\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Spec\",\"components\":[{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"index\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"kind\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"reward\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"specHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"saltHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"taskOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structTaskAllocation.Task\",\"components\":[{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumTaskAllocation.Status\"},{\"name\":\"minted\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"worker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"group\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"dueAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"finalAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"bond\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"reward\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"digest\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inputRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"resultRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"token\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"workTime\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BatchAnchored\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"interval\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"count\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"head\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EscrowReclaimed\",\"inputs\":[{\"name\":\"group\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"amount\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ResultCommitted\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"worker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"resultRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"finalAt\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TaskAccepted\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"worker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"group\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"dueAt\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TaskExpired\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"worker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TaskFinal\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"worker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TaskSlashed\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"worker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"challenger\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TasksCreated\",\"inputs\":[{\"name\":\"group\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"budget\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"minted\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadGroup\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadRoot\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BudgetExceeded\",\"inputs\":[{\"name\":\"wanted\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"left\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"type\":\"error\",\"name\":\"DeadlinePassed\",\"inputs\":[{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeOnTransfer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"IntervalNotNew\",\"inputs\":[{\"name\":\"last\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"got\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"NotInGroup\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotTheOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotTheWorker\",\"inputs\":[{\"name\":\"worker\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToWithdraw\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OutOfOrder\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"openAt\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongStatus\",\"inputs\":[{\"name\":\"taskId\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"status\",\"type\":\"uint8\",\"internalType\":\"enumTaskAllocation.Status\"}]}]",
	ID:  "TaskAllocation",
	Bin: "0x61010060405260058054600163ffffffff60401b01600160a01b0319166c01000000000000000000000001179055348015610038575f5ffd5b506040516138b43803806138b483398101604081905261005791610264565b84866001600160a01b03811661008657604051636116401160e11b81525f600482015260240160405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100af5f8261011c565b5050506001600160401b03821615806100cf57506001600160401b038116155b156100ed576040516302683ba560e51b815260040160405180910390fd5b6001600160a01b039384166080529190921660a0526001600160401b0391821660c0521660e052506102e99050565b5f82610178575f6101356002546001600160a01b031690565b6001600160a01b03161461015c57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610182838361018b565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff1661022b575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556101e33390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610185565b505f610185565b6001600160a01b0381168114610246575f5ffd5b50565b80516001600160401b038116811461025f575f5ffd5b919050565b5f5f5f5f5f5f60c08789031215610279575f5ffd5b865161028481610232565b602088015190965065ffffffffffff8116811461029f575f5ffd5b60408801519095506102b081610232565b60608801519094506102c181610232565b92506102cf60808801610249565b91506102dd60a08801610249565b90509295509295509295565b60805160a05160c05160e05161356761034d5f395f81816105b60152611aec01525f81816107ff015261239a01525f818161043f01526112dc01525f818161089901528181611002015281816124ea0152818161256a01526125b301526135675ff3fe608060405234801561000f575f5ffd5b50600436106102ff575f3560e01c8063861a141211610195578063cc8463c8116100e4578063da18e5981161009e578063e63ab1e911610079578063e63ab1e914610847578063e7c51f1b1461086e578063f81077ed14610881578063fc0c546a14610894575f5ffd5b8063da18e598146107fa578063dc2af29b14610821578063df2b329c14610834575f5ffd5b8063cc8463c814610782578063cefc14291461078a578063cf6eefb714610792578063d547741f146107c0578063d5d44d80146107d3578063d602b9fd146107f2575f5ffd5b8063a1eda53c1161014f578063b8181ad91161012a578063b8181ad914610722578063bea8658114610735578063c00c43041461075c578063c64417981461076f575f5ffd5b8063a1eda53c146106e1578063a217fddf14610708578063a8c312421461070f575f5ffd5b8063861a1412146105b15780638da5cb5b146105d85780638f7dcfa3146105e057806391d14854146105e957806392584d80146105fc5780639612fa9b1461060f575f5ffd5b80633ccfd60b1161025157806359dbcfe21161020b578063649a5ec7116101e6578063649a5ec71461055e5780636b366cb5146105715780638456cb591461059857806384ef8ffc146105a0575f5ffd5b806359dbcfe21461052d5780635c975abb14610540578063634e93da1461054b575f5ffd5b80633ccfd60b146104795780633f4ba83a1461048157806341cccdd41461048957806345349762146104bb5780634d0c1527146104e75780634d104adf14610506575f5ffd5b8063248a9ca3116102bc5780632e411f22116102975780632e411f22146103ed5780632f2ff15d1461041457806336568abe1461042757806339b51ea51461043a575f5ffd5b8063248a9ca3146103a5578063268d9db3146103c75780632cf0abe5146103da575f5ffd5b806301ffc9a714610303578063022d63fb1461032b5780630aa6220b1461034757806314b40d331461035157806319d9209b14610364578063234bdfaa14610385575b5f5ffd5b610316610311366004612e0e565b6108bb565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff9091168152602001610322565b61034f6108e5565b005b61034f61035f366004612e50565b6108fa565b610377610372366004612e7f565b610a49565b604051908152602001610322565b610398610393366004612e99565b610ad6565b6040516103229190612ee4565b6103776103b3366004612e99565b5f9081526020819052604090206001015490565b6103166103d5366004612e7f565b610c15565b61034f6103e8366004612fed565b610c50565b6103777f651ba513309dee4f0ef2d1f357ecaf9e23db0b4f6d44d63f8f2fbab416693c6f81565b61034f610422366004612fed565b610ea0565b61034f610435366004612fed565b610ecc565b6104617f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610322565b61034f610f72565b61034f611034565b6005546104a390600160601b90046001600160401b031681565b6040516001600160401b039091168152602001610322565b6005546104d290600160401b900463ffffffff1681565b60405163ffffffff9091168152602001610322565b6103776104f5366004612e50565b60066020525f908152604090205481565b6103777fbb08418a67729a078f87bbc8d02a770929bb68f5bfdf134ae2ead6ed38e2f4ae81565b61034f61053b366004613017565b611046565b60035460ff16610316565b61034f610559366004613086565b6110a9565b61034f61056c36600461309f565b6110bc565b6103777f2e8b98eef02e8df3bd27d1270ded3bea3d14db99c5234c7b14001a7fff957bcc81565b61034f6110cf565b6002546001600160a01b0316610461565b6104a37f000000000000000000000000000000000000000000000000000000000000000081565b610461611101565b61037760045481565b6103166105f7366004612fed565b611119565b61034f61060a366004612e99565b611141565b61068461061d366004612e50565b60076020525f9081526040902080546001820154600283015460039093015491926001600160a01b03821692600160a01b83046001600160401b031692600160e01b900463ffffffff16916001600160801b0380821692600160801b909204169060ff1687565b604080519788526001600160a01b0390961660208801526001600160401b039094169486019490945263ffffffff90911660608501526001600160801b03908116608085015290911660a0830152151560c082015260e001610322565b6106e961133f565b6040805165ffffffffffff938416815292909116602083015201610322565b6103775f81565b61037761071d36600461311b565b611391565b61037761073036600461316b565b61163f565b6103777ff996da754c790e95d5c7ca3330cfcad529487fe9d1d8edb7afc65076fdf9adb481565b6104a361076a3660046131ae565b611673565b61034f61077d366004612e99565b6116ff565b6103306118e4565b61034f611942565b61079a611981565b604080516001600160a01b03909316835265ffffffffffff909116602083015201610322565b61034f6107ce366004612fed565b6119a2565b6103776107e1366004613086565b60086020525f908152604090205481565b61034f6119ca565b6104a37f000000000000000000000000000000000000000000000000000000000000000081565b61034f61082f366004613208565b6119dc565b6104a3610842366004613228565b611b8b565b6103777f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b6005546104a3906001600160401b031681565b61031661088f366004613272565b611c1d565b6104617f000000000000000000000000000000000000000000000000000000000000000081565b5f6001600160e01b031982166318a4c3c360e11b14806108df57506108df82611cd7565b92915050565b5f6108ef81611d0b565b6108f7611d15565b50565b6001600160401b0381165f90815260076020526040902060018101546001600160a01b0316331461095457600181015460405163f9ebb4c760e01b81526001600160a01b0390911660048201526024015b60405180910390fd5b6001810154600160a01b90046001600160401b031642116109b8578060010160149054906101000a90046001600160401b031660016109939190613333565b60405163d606d83f60e01b81526001600160401b03909116600482015260240161094b565b6002810180546001600160801b03808216909255335f9081526008602052604081208054600160801b9093049093169283929091906109f8908490613352565b90915550506040516001600160801b03821681526001600160401b038416907f158b77856d5e8d4a1916a6bc9f045d9ef8e5bf135d9ad9771f473a0d94d789a89060200160405180910390a2505050565b5f610a576020830183612e50565b610a676040840160208501613365565b610a776060850160408601613365565b604080516001600160401b03909416602085015263ffffffff928316908401521660608281019190915283013560808281019190915283013560a082015260c0015b604051602081830303815290604052805190602001209050919050565b60408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101919091525f8281526009602052604090819020815161016081019092528054829060ff166004811115610b5f57610b5f612eb0565b6004811115610b7057610b70612eb0565b8152815461010080820460ff16151560208401526201000082046001600160a01b03166040840152600160b01b9091046001600160401b03908116606084015260018401548082166080850152600160401b810490911660a0840152600160801b90046001600160801b0390811660c084015260028401541660e083015260038301549082015260048201546101208201526005909101546101409091015292915050565b5f7ff996da754c790e95d5c7ca3330cfcad529487fe9d1d8edb7afc65076fdf9adb4610c4081611d0b565b610c4983611d1f565b9392505050565b7fbb08418a67729a078f87bbc8d02a770929bb68f5bfdf134ae2ead6ed38e2f4ae610c7a81611d0b565b5f8381526009602052604090206002815460ff166004811115610c9f57610c9f612eb0565b14610cc757805460405163276065d160e21b815261094b91869160ff9091169060040161337e565b6001810154600160401b90046001600160401b03164210610d12576001810154604051636768091360e01b8152600160401b9091046001600160401b0316600482015260240161094b565b805460ff19166004178082556001600160401b03600160b01b909104165f9081526007602052604081206001830154909190610d61906002906001600160801b03600160801b90910416613392565b6001600160a01b0386165f90815260086020526040812080549293506001600160801b03841692909190610d96908490613352565b90915550506001830154610dbb908290600160801b90046001600160801b03166133cb565b60018301546001600160a01b03165f90815260086020526040812080546001600160801b039390931692909190610df3908490613352565b90915550508254610100900460ff16610e585760028084015490830180546001600160801b0392831692601091610e33918591600160801b9004166133ea565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b82546040516001600160a01b0380881692620100009004169088907f295733d6d8389278b5597658de221313a21c93f7e0f58c4bd61caf16c5e9f48a905f90a4505050505050565b81610ebe57604051631fe1e13d60e11b815260040160405180910390fd5b610ec88282612058565b5050565b81158015610ee757506002546001600160a01b038281169116145b15610f68575f5f610ef6611981565b90925090506001600160a01b038216151580610f18575065ffffffffffff8116155b80610f2b57504265ffffffffffff821610155b15610f53576040516319ca5ebb60e01b815265ffffffffffff8216600482015260240161094b565b50506001805465ffffffffffff60a01b191690555b610ec8828261207c565b610f7a6120b4565b335f9081526008602052604081205490819003610faa57604051630686827b60e51b815260040160405180910390fd5b335f8181526008602052604080822091909155517f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d590610fed9084815260200190565b60405180910390a26110296001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633836120e9565b5061103261211e565b565b5f61103e81611d0b565b6108f7612148565b7ff996da754c790e95d5c7ca3330cfcad529487fe9d1d8edb7afc65076fdf9adb461107081611d0b565b5f5b828110156110a35761109a84848381811061108f5761108f613409565b905060a00201611d1f565b50600101611072565b50505050565b5f6110b381611d0b565b610ec88261219a565b5f6110c681611d0b565b610ec88261220c565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a6110f981611d0b565b6108f761227b565b5f6111146002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b5f8181526009602052604090206002815460ff16600481111561116657611166612eb0565b1461118e57805460405163276065d160e21b815261094b91849160ff9091169060040161337e565b6001810154600160401b90046001600160401b03164210156111da57600181015460405163d606d83f60e01b8152600160401b9091046001600160401b0316600482015260240161094b565b8054600360ff19909116178082556001820154620100009091046001600160a01b03165f9081526008602052604081208054600160801b9093046001600160801b03169290919061122c908490613352565b90915550508054604051620100009091046001600160a01b03169083907fb73abea6ca3d2a3a8b7835e662944d746208f7faa87ed37c23a801c6678902ac905f90a38054610100900460ff16610ec857600281015481546201000090046001600160a01b03165f90815260086020526040812080546001600160801b03909316929091906112bb908490613352565b90915550506003810154604051634d49089160e11b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639a921122906024015f604051808303815f87803b158015611325575f5ffd5b505af1158015611337573d5f5f3e3d5ffd5b505050505050565b6002545f90600160d01b900465ffffffffffff16801515801561136a57504265ffffffffffff821610155b611375575f5f611389565b600254600160a01b900465ffffffffffff16815b915091509091565b5f61139a6122b8565b6113a26120b4565b5f6007816113b36020880188612e50565b6001600160401b03166001600160401b031681526020019081526020015f2090506113dd8561163f565b6001820154909250600160e01b900463ffffffff166114026040870160208801613365565b63ffffffff16101580611421575061141f8484835f0154856122dc565b155b1561144257604051632354f6ed60e01b81526004810183905260240161094b565b6001810154600160a01b90046001600160401b031642111561148e576001810154604051636768091360e01b8152600160a01b9091046001600160401b0316600482015260240161094b565b5f82815260096020526040812090815460ff1660048111156114b2576114b2612eb0565b146114da57805460405163276065d160e21b815261094b91859160ff9091169060040161337e565b600382015460ff166115bd576002820154600160801b90046001600160801b031661150b608088016060890161341d565b6001600160801b031611156115645761152a608087016060880161341d565b6002830154604051631155ff5d60e31b81526001600160801b039283166004820152600160801b909104909116602482015260440161094b565b611574608087016060880161341d565b600283018054601090611598908490600160801b90046001600160801b03166133cb565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b6115c88183886122f3565b6115d56020870187612e50565b60018201546040516001600160401b039182168152911690339085907f2d8d0cf8135ac333ecb21b9965119f4cadac85ab575c79f00df759ad5664066a9060200160405180910390a46002820154611635906001600160801b03166124c9565b5050610c4961211e565b5f816040516020016116519190613436565b60408051601f1981840301815282825280516020918201209083015201610ab9565b5f61167c6122b8565b6116846120b4565b6040805160e0810182528781523360208201526001600160401b0385169181019190915263ffffffff861660608201526001600160801b038086166080830152831660a08201525f60c08201526116da90612644565b90506116ee826001600160801b03166124c9565b6116f661211e565b95945050505050565b5f8181526009602052604090206001815460ff16600481111561172457611724612eb0565b1461174c57805460405163276065d160e21b815261094b91849160ff9091169060040161337e565b60018101546001600160401b0316421161177b57600180820154610993916001600160401b0390911690613333565b8054604051620100009091046001600160a01b03169083907f5ae0a4685c4e9992702bd36c765a87a7ecfb91052e2f700f63e2f33d92db7776905f90a36001818101548254600160b01b90046001600160401b03165f908152600760209081526040808320909401546001600160a01b03168252600890529182208054600160801b9092046001600160801b0316929091611817908490613352565b90915550508054610100900460ff1661189b576002818101548254600160b01b90046001600160401b03165f90815260076020526040902090910180546001600160801b0392831692601091611876918591600160801b9004166133ea565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b505f90815260096020526040812080546001600160f01b0319168155600181018290556002810180546001600160801b0319169055600381018290556004810182905560050155565b6002545f90600160d01b900465ffffffffffff16801515801561190e57504265ffffffffffff8216105b61192957600154600160d01b900465ffffffffffff1661193c565b600254600160a01b900465ffffffffffff165b91505090565b5f61194b611981565b509050336001600160a01b0382161461197957604051636116401160e11b815233600482015260240161094b565b6108f76127d3565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b816119c057604051631fe1e13d60e11b815260040160405180910390fd5b610ec88282612869565b5f6119d481611d0b565b6108f761288d565b5f8281526009602052604090206001815460ff166004811115611a0157611a01612eb0565b14611a2957805460405163276065d160e21b815261094b91859160ff9091169060040161337e565b80546201000090046001600160a01b03163314611a6c578054604051633f6dc9b960e21b8152620100009091046001600160a01b0316600482015260240161094b565b60018101546001600160401b0316421115611aab576001810154604051636768091360e01b81526001600160401b03909116600482015260240161094b565b5f829003611ad5576040516331f3028360e01b8152600481018390525f602482015260440161094b565b805460ff1916600217815560058101829055611b117f000000000000000000000000000000000000000000000000000000000000000042613333565b6001820180546fffffffffffffffff00000000000000001916600160401b6001600160401b039384168102919091179182905560408051868152919092049092166020830152339185917fd957a7547c5e6e9f78ba4ad8a9db5fd8472085166b3a4be64e02790ccfbb8431910160405180910390a3505050565b5f7f2e8b98eef02e8df3bd27d1270ded3bea3d14db99c5234c7b14001a7fff957bcc611bb681611d0b565b611bbe6122b8565b6040805160e0810182528781523360208201526001600160401b0385169181019190915263ffffffff861660608201526001600160801b03851660808201525f60a0820152600160c0820152611c1390612644565b9695505050505050565b5f611c2e6060870160408801613365565b63ffffffff161580611c775750611c4486610a49565b60065f611c5460208a018a612e50565b6001600160401b03166001600160401b031681526020019081526020015f205414155b15611c8357505f6116f6565b5f8585604051611c949291906134bb565b60408051918290038220602083015201604051602081830303815290604052805190602001209050611ccc84848960600135846122dc565b979650505050505050565b5f6001600160e01b03198216637965db0b60e01b14806108df57506301ffc9a760e01b6001600160e01b03198316146108df565b6108f78133612897565b6110325f5f6128d0565b5f5f611d2a83610a49565b6005549091506001600160401b031680611d476020860186612e50565b6001600160401b0316108015611d8b57508160065f611d696020880188612e50565b6001600160401b03166001600160401b031681526020019081526020015f2054145b15611d9957505f9392505050565b6001600160401b038116611db06020860186612e50565b6001600160401b031614611df85780611dcc6020860186612e50565b604051636696033760e11b81526001600160401b0392831660048201529116602482015260440161094b565b600554600160401b900463ffffffff16611e186040860160208701613365565b63ffffffff1611611e6c57600554600160401b900463ffffffff16611e436040860160208701613365565b60405163e516151d60e01b815263ffffffff92831660048201529116602482015260440161094b565b60608401351580611eb857506060840180357f651ba513309dee4f0ef2d1f357ecaf9e23db0b4f6d44d63f8f2fbab416693c6f1490611eae9060408701613365565b63ffffffff161514155b15611ef95760608401803590611ed19060408701613365565b6040516331f3028360e01b8152600481019290925263ffffffff16602482015260440161094b565b611f04816001613333565b6005805467ffffffffffffffff19166001600160401b0392909216919091179055611f356040850160208601613365565b6005805463ffffffff92909216600160401b026bffffffff0000000000000000199092169190911790558160065f611f706020880188612e50565b6001600160401b0316815260208082019290925260409081015f209290925560045482519182015290810183905260600160408051601f198184030181529181528151602092830120600455611fcb91908601908601613365565b63ffffffff16611fde6020860186612e50565b6001600160401b03167fe8470dc843ac0831b4a32cfca78fc1352682752a5155eeaa7693bd5df38327016120186060880160408901613365565b6004546040805163ffffffff93909316835260608a81013560208501526080808c0135858401529084019290925251918290030190a35060019392505050565b5f8281526020819052604090206001015461207281611d0b565b6110a3838361298f565b6001600160a01b03811633146120a55760405163334bd91960e11b815260040160405180910390fd5b6120af82826129f5565b505050565b6120bc612a31565b61103260017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90612a71565b6120f68383836001612a78565b6120af57604051635274afe760e01b81526001600160a01b038416600482015260240161094b565b6110325f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006120e3565b612150612ada565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b5f6121a36118e4565b6121ac42612afd565b6121b691906134ca565b90506121c28282612b33565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f61221682612bb0565b61221f42612afd565b61222991906134ca565b905061223582826128d0565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b6122836122b8565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25861217d3390565b60035460ff16156110325760405163d93c066560e01b815260040160405180910390fd5b5f826122e9868685612bf7565b1495945050505050565b60038201545f9060ff166123145760018301546001600160a01b0316612316565b5f5b8454909150600190859060ff19168280021790555060038301548454610100600160b01b03191661010060ff90921615159190910262010000600160b01b0319161733620100000217845561236e6020830183612e50565b84546001600160401b0391909116600160b01b0267ffffffffffffffff60b01b199091161784556123bf7f000000000000000000000000000000000000000000000000000000000000000042613333565b6001850180546001600160401b039290921667ffffffffffffffff198316811782556002860154600160801b6001600160801b03909116026fffffffffffffffff000000000000000090931617919091179055612422608083016060840161341d565b6002850180546001600160801b0319166001600160801b039290921691909117905560a082013560048501558061245f6060840160408501613365565b604080516001600160a01b03909316602084015263ffffffff90911690820152608080840135606083015260a0808501359183019190915260c080850135918301919091520160405160208183030381529060405280519060200120846003018190555050505050565b805f036124d35750565b6040516370a0823160e01b81523060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906370a0823190602401602060405180830381865afa158015612537573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061255b91906134e8565b90506125926001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016333085612c38565b6040516370a0823160e01b8152306004820152829082906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa1580156125f8573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061261c91906134e8565b61262691906134ff565b14610ec8576040516330f32a4f60e11b815260040160405180910390fd5b80515f90158061265c5750606082015163ffffffff16155b8061267457504282604001516001600160401b031611155b15612692576040516302683ba560e51b815260040160405180910390fd5b60058054600160601b90046001600160401b031690600c6126b283613512565b82546101009290920a6001600160401b038181021990931691831602179091558181165f818152600760209081526040918290208751808255888301516001830180548b8701516060808e01516001600160a01b039095166001600160e01b03199093168317600160a01b92909b1691909102999099176001600160e01b0316600160e01b63ffffffff909416938402179091556080808c015160a08d01516001600160801b03918216600160801b9290911691820217600287015560c08d01516003909601805460ff1916961515968717905587519485529584019290925294820193909352948501529394509290917fdfa2252e234ca86c12534f23d251968d573953d77d396f80a5280557ec145936910160405180910390a3919050565b5f5f6127dd611981565b915091506127f28165ffffffffffff16151590565b158061280657504265ffffffffffff821610155b1561282e576040516319ca5ebb60e01b815265ffffffffffff8216600482015260240161094b565b6128495f6128446002546001600160a01b031690565b6129f5565b506128545f8361298f565b5050600180546001600160d01b031916905550565b5f8281526020819052604090206001015461288381611d0b565b6110a383836129f5565b6110325f5f612b33565b6128a18282611119565b610ec85760405163e2517d3f60e01b81526001600160a01b03821660048201526024810183905260440161094b565b600254600160d01b900465ffffffffffff168015612952574265ffffffffffff8216101561292957600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b02919091179055612952565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b5f826129eb575f6129a86002546001600160a01b031690565b6001600160a01b0316146129cf57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b610c498383612c6e565b5f82158015612a1157506002546001600160a01b038381169116145b15612a2757600280546001600160a01b03191690555b610c498383612cfd565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561103257604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316612ace578383151615612ac2573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b60035460ff1661103257604051638dfc202b60e01b815260040160405180910390fd5b5f65ffffffffffff821115612b2f576040516306dfcc6560e41b8152603060048201526024810183905260440161094b565b5090565b5f612b3c611981565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b038816171790559150612b7e90508165ffffffffffff16151590565b156120af576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f612bba6118e4565b90508065ffffffffffff168365ffffffffffff1611612be257612bdd838261353c565b610c49565b610c4965ffffffffffff841662069780612d66565b5f81815b84811015612c2f57612c2582878784818110612c1957612c19613409565b90506020020135612d75565b9150600101612bfb565b50949350505050565b612c46848484846001612da1565b6110a357604051635274afe760e01b81526001600160a01b038516600482015260240161094b565b5f612c798383611119565b612cf6575f838152602081815260408083206001600160a01b03861684529091529020805460ff19166001179055612cae3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016108df565b505f6108df565b5f612d088383611119565b15612cf6575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a45060016108df565b5f828218828410028218610c49565b5f818310612d8f575f828152602084905260409020610c49565b5f838152602083905260409020610c49565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316612dfd578383151615612df1573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f60208284031215612e1e575f5ffd5b81356001600160e01b031981168114610c49575f5ffd5b80356001600160401b0381168114612e4b575f5ffd5b919050565b5f60208284031215612e60575f5ffd5b610c4982612e35565b5f60a08284031215612e79575f5ffd5b50919050565b5f60a08284031215612e8f575f5ffd5b610c498383612e69565b5f60208284031215612ea9575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b60058110612ee057634e487b7160e01b5f52602160045260245ffd5b9052565b5f61016082019050612ef7828451612ec4565b6020830151612f0a602084018215159052565b506040830151612f2560408401826001600160a01b03169052565b506060830151612f4060608401826001600160401b03169052565b506080830151612f5b60808401826001600160401b03169052565b5060a0830151612f7660a08401826001600160401b03169052565b5060c0830151612f9160c08401826001600160801b03169052565b5060e0830151612fac60e08401826001600160801b03169052565b5061010083015161010083015261012083015161012083015261014083015161014083015292915050565b80356001600160a01b0381168114612e4b575f5ffd5b5f5f60408385031215612ffe575f5ffd5b8235915061300e60208401612fd7565b90509250929050565b5f5f60208385031215613028575f5ffd5b82356001600160401b0381111561303d575f5ffd5b8301601f8101851361304d575f5ffd5b80356001600160401b03811115613062575f5ffd5b85602060a083028401011115613076575f5ffd5b6020919091019590945092505050565b5f60208284031215613096575f5ffd5b610c4982612fd7565b5f602082840312156130af575f5ffd5b813565ffffffffffff81168114610c49575f5ffd5b5f60e08284031215612e79575f5ffd5b5f5f83601f8401126130e4575f5ffd5b5081356001600160401b038111156130fa575f5ffd5b6020830191508360208260051b8501011115613114575f5ffd5b9250929050565b5f5f5f610100848603121561312e575f5ffd5b61313885856130c4565b925060e08401356001600160401b03811115613152575f5ffd5b61315e868287016130d4565b9497909650939450505050565b5f60e0828403121561317b575f5ffd5b610c4983836130c4565b803563ffffffff81168114612e4b575f5ffd5b80356001600160801b0381168114612e4b575f5ffd5b5f5f5f5f5f60a086880312156131c2575f5ffd5b853594506131d260208701613185565b93506131e060408701613198565b92506131ee60608701612e35565b91506131fc60808701613198565b90509295509295909350565b5f5f60408385031215613219575f5ffd5b50508035926020909101359150565b5f5f5f5f6080858703121561323b575f5ffd5b8435935061324b60208601613185565b925061325960408601613198565b915061326760608601612e35565b905092959194509250565b5f5f5f5f5f60e08688031215613286575f5ffd5b6132908787612e69565b945060a08601356001600160401b038111156132aa575f5ffd5b8601601f810188136132ba575f5ffd5b80356001600160401b038111156132cf575f5ffd5b8860208284010111156132e0575f5ffd5b6020919091019450925060c08601356001600160401b03811115613302575f5ffd5b61330e888289016130d4565b969995985093965092949392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b0381811683821601908111156108df576108df61331f565b808201808211156108df576108df61331f565b5f60208284031215613375575f5ffd5b610c4982613185565b82815260408101610c496020830184612ec4565b5f6001600160801b038316806133b657634e487b7160e01b5f52601260045260245ffd5b806001600160801b0384160491505092915050565b6001600160801b0382811682821603908111156108df576108df61331f565b6001600160801b0381811683821601908111156108df576108df61331f565b634e487b7160e01b5f52603260045260245ffd5b5f6020828403121561342d575f5ffd5b610c4982613198565b60e081016001600160401b0361344b84612e35565b16825263ffffffff61345f60208501613185565b16602083015263ffffffff61347660408501613185565b1660408301526001600160801b0361349060608501613198565b1660608301526080838101359083015260a0808401359083015260c092830135929091019190915290565b818382375f9101908152919050565b65ffffffffffff81811683821601908111156108df576108df61331f565b5f602082840312156134f8575f5ffd5b5051919050565b818103818111156108df576108df61331f565b5f6001600160401b0382166001600160401b0381036135335761353361331f565b60010192915050565b65ffffffffffff82811682821603908111156108df576108df61331f56fea164736f6c6343000825000a",
}

// TaskAllocation is an auto generated Go binding around an Ethereum contract.
type TaskAllocation struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TaskAllocation) GetABI() abi.ABI {
	return c.abi
}

// NewTaskAllocation creates a new instance of TaskAllocation.
func NewTaskAllocation() *TaskAllocation {
	parsed, err := TaskAllocationMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TaskAllocation{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TaskAllocation) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, address money, address spent, uint64 worktime, uint64 window) returns()
func (taskAllocation *TaskAllocation) PackConstructor(admin common.Address, adminDelay *big.Int, money common.Address, spent common.Address, worktime uint64, window uint64) []byte {
	enc, err := taskAllocation.abi.Pack("", admin, adminDelay, money, spent, worktime, window)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackARBITERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d104adf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ARBITER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackARBITERROLE() []byte {
	enc, err := taskAllocation.abi.Pack("ARBITER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackARBITERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d104adf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ARBITER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackARBITERROLE() ([]byte, error) {
	return taskAllocation.abi.Pack("ARBITER_ROLE")
}

// UnpackARBITERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4d104adf.
//
// Solidity: function ARBITER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackARBITERROLE(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("ARBITER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCOORDINATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b366cb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackCOORDINATORROLE() []byte {
	enc, err := taskAllocation.abi.Pack("COORDINATOR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCOORDINATORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b366cb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackCOORDINATORROLE() ([]byte, error) {
	return taskAllocation.abi.Pack("COORDINATOR_ROLE")
}

// UnpackCOORDINATORROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b366cb5.
//
// Solidity: function COORDINATOR_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackCOORDINATORROLE(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("COORDINATOR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackDEFAULTADMINROLE() []byte {
	enc, err := taskAllocation.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return taskAllocation.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEMPTYROOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e411f22.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function EMPTY_ROOT() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackEMPTYROOT() []byte {
	enc, err := taskAllocation.abi.Pack("EMPTY_ROOT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEMPTYROOT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e411f22.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function EMPTY_ROOT() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackEMPTYROOT() ([]byte, error) {
	return taskAllocation.abi.Pack("EMPTY_ROOT")
}

// UnpackEMPTYROOT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2e411f22.
//
// Solidity: function EMPTY_ROOT() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackEMPTYROOT(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("EMPTY_ROOT", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackPAUSERROLE() []byte {
	enc, err := taskAllocation.abi.Pack("PAUSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackPAUSERROLE() ([]byte, error) {
	return taskAllocation.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRECORDERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbea86581.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function RECORDER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackRECORDERROLE() []byte {
	enc, err := taskAllocation.abi.Pack("RECORDER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRECORDERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbea86581.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function RECORDER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackRECORDERROLE() ([]byte, error) {
	return taskAllocation.abi.Pack("RECORDER_ROLE")
}

// UnpackRECORDERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbea86581.
//
// Solidity: function RECORDER_ROLE() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackRECORDERROLE(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("RECORDER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8c31242.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accept((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, bytes32[] proof) returns(bytes32 id)
func (taskAllocation *TaskAllocation) PackAccept(spec TaskAllocationSpec, proof [][32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("accept", spec, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccept is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8c31242.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accept((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, bytes32[] proof) returns(bytes32 id)
func (taskAllocation *TaskAllocation) TryPackAccept(spec TaskAllocationSpec, proof [][32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("accept", spec, proof)
}

// UnpackAccept is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa8c31242.
//
// Solidity: function accept((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec, bytes32[] proof) returns(bytes32 id)
func (taskAllocation *TaskAllocation) UnpackAccept(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("accept", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (taskAllocation *TaskAllocation) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := taskAllocation.abi.Pack("acceptDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (taskAllocation *TaskAllocation) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return taskAllocation.abi.Pack("acceptDefaultAdminTransfer")
}

// PackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x268d9db3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function anchor((uint64,uint32,uint32,bytes32,bytes32) batch) returns(bool fresh)
func (taskAllocation *TaskAllocation) PackAnchor(batch TaskAllocationBatch) []byte {
	enc, err := taskAllocation.abi.Pack("anchor", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x268d9db3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function anchor((uint64,uint32,uint32,bytes32,bytes32) batch) returns(bool fresh)
func (taskAllocation *TaskAllocation) TryPackAnchor(batch TaskAllocationBatch) ([]byte, error) {
	return taskAllocation.abi.Pack("anchor", batch)
}

// UnpackAnchor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x268d9db3.
//
// Solidity: function anchor((uint64,uint32,uint32,bytes32,bytes32) batch) returns(bool fresh)
func (taskAllocation *TaskAllocation) UnpackAnchor(data []byte) (bool, error) {
	out, err := taskAllocation.abi.Unpack("anchor", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackAnchorMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59dbcfe2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function anchorMany((uint64,uint32,uint32,bytes32,bytes32)[] batches) returns()
func (taskAllocation *TaskAllocation) PackAnchorMany(batches []TaskAllocationBatch) []byte {
	enc, err := taskAllocation.abi.Pack("anchorMany", batches)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnchorMany is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59dbcfe2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function anchorMany((uint64,uint32,uint32,bytes32,bytes32)[] batches) returns()
func (taskAllocation *TaskAllocation) TryPackAnchorMany(batches []TaskAllocationBatch) ([]byte, error) {
	return taskAllocation.abi.Pack("anchorMany", batches)
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (taskAllocation *TaskAllocation) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("beginDefaultAdminTransfer", newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (taskAllocation *TaskAllocation) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (taskAllocation *TaskAllocation) PackCancelDefaultAdminTransfer() []byte {
	enc, err := taskAllocation.abi.Pack("cancelDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (taskAllocation *TaskAllocation) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return taskAllocation.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChallengeWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x861a1412.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeWindow() view returns(uint64)
func (taskAllocation *TaskAllocation) PackChallengeWindow() []byte {
	enc, err := taskAllocation.abi.Pack("challengeWindow")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x861a1412.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeWindow() view returns(uint64)
func (taskAllocation *TaskAllocation) TryPackChallengeWindow() ([]byte, error) {
	return taskAllocation.abi.Pack("challengeWindow")
}

// UnpackChallengeWindow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x861a1412.
//
// Solidity: function challengeWindow() view returns(uint64)
func (taskAllocation *TaskAllocation) UnpackChallengeWindow(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("challengeWindow", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (taskAllocation *TaskAllocation) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := taskAllocation.abi.Pack("changeDefaultAdminDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (taskAllocation *TaskAllocation) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return taskAllocation.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackCommitResult is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc2af29b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitResult(bytes32 id, bytes32 resultRoot) returns()
func (taskAllocation *TaskAllocation) PackCommitResult(id [32]byte, resultRoot [32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("commitResult", id, resultRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitResult is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc2af29b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitResult(bytes32 id, bytes32 resultRoot) returns()
func (taskAllocation *TaskAllocation) TryPackCommitResult(id [32]byte, resultRoot [32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("commitResult", id, resultRoot)
}

// PackCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19d9209b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitment((uint64,uint32,uint32,bytes32,bytes32) batch) pure returns(bytes32)
func (taskAllocation *TaskAllocation) PackCommitment(batch TaskAllocationBatch) []byte {
	enc, err := taskAllocation.abi.Pack("commitment", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x19d9209b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitment((uint64,uint32,uint32,bytes32,bytes32) batch) pure returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackCommitment(batch TaskAllocationBatch) ([]byte, error) {
	return taskAllocation.abi.Pack("commitment", batch)
}

// UnpackCommitment is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x19d9209b.
//
// Solidity: function commitment((uint64,uint32,uint32,bytes32,bytes32) batch) pure returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackCommitment(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("commitment", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCommitmentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d0c1527.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitmentOf(uint64 id) view returns(bytes32 commitment)
func (taskAllocation *TaskAllocation) PackCommitmentOf(id uint64) []byte {
	enc, err := taskAllocation.abi.Pack("commitmentOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitmentOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4d0c1527.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitmentOf(uint64 id) view returns(bytes32 commitment)
func (taskAllocation *TaskAllocation) TryPackCommitmentOf(id uint64) ([]byte, error) {
	return taskAllocation.abi.Pack("commitmentOf", id)
}

// UnpackCommitmentOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4d0c1527.
//
// Solidity: function commitmentOf(uint64 id) view returns(bytes32 commitment)
func (taskAllocation *TaskAllocation) UnpackCommitmentOf(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("commitmentOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreateTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf2b329c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline) returns(uint64 group)
func (taskAllocation *TaskAllocation) PackCreateTasks(root [32]byte, count uint32, bond *big.Int, deadline uint64) []byte {
	enc, err := taskAllocation.abi.Pack("createTasks", root, count, bond, deadline)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf2b329c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline) returns(uint64 group)
func (taskAllocation *TaskAllocation) TryPackCreateTasks(root [32]byte, count uint32, bond *big.Int, deadline uint64) ([]byte, error) {
	return taskAllocation.abi.Pack("createTasks", root, count, bond, deadline)
}

// UnpackCreateTasks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf2b329c.
//
// Solidity: function createTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline) returns(uint64 group)
func (taskAllocation *TaskAllocation) UnpackCreateTasks(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("createTasks", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5d44d80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (taskAllocation *TaskAllocation) PackCredit(account common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("credit", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5d44d80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (taskAllocation *TaskAllocation) TryPackCredit(account common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("credit", account)
}

// UnpackCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5d44d80.
//
// Solidity: function credit(address account) view returns(uint256 amount)
func (taskAllocation *TaskAllocation) UnpackCredit(data []byte) (*big.Int, error) {
	out, err := taskAllocation.abi.Unpack("credit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (taskAllocation *TaskAllocation) PackDefaultAdmin() []byte {
	enc, err := taskAllocation.abi.Pack("defaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdmin() view returns(address)
func (taskAllocation *TaskAllocation) TryPackDefaultAdmin() ([]byte, error) {
	return taskAllocation.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (taskAllocation *TaskAllocation) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := taskAllocation.abi.Unpack("defaultAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (taskAllocation *TaskAllocation) PackDefaultAdminDelay() []byte {
	enc, err := taskAllocation.abi.Pack("defaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (taskAllocation *TaskAllocation) TryPackDefaultAdminDelay() ([]byte, error) {
	return taskAllocation.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (taskAllocation *TaskAllocation) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := taskAllocation.abi.Unpack("defaultAdminDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (taskAllocation *TaskAllocation) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := taskAllocation.abi.Pack("defaultAdminDelayIncreaseWait")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (taskAllocation *TaskAllocation) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return taskAllocation.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (taskAllocation *TaskAllocation) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := taskAllocation.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(bytes32 id) returns()
func (taskAllocation *TaskAllocation) PackExpire(id [32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("expire", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(bytes32 id) returns()
func (taskAllocation *TaskAllocation) TryPackExpire(id [32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("expire", id)
}

// PackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92584d80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalize(bytes32 id) returns()
func (taskAllocation *TaskAllocation) PackFinalize(id [32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("finalize", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92584d80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalize(bytes32 id) returns()
func (taskAllocation *TaskAllocation) TryPackFinalize(id [32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("finalize", id)
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (taskAllocation *TaskAllocation) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("grantRole", role, account)
}

// PackGroupOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9612fa9b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupOf(uint64 id) view returns(bytes32 root, address owner, uint64 deadline, uint32 count, uint128 bond, uint128 unreserved, bool minted)
func (taskAllocation *TaskAllocation) PackGroupOf(id uint64) []byte {
	enc, err := taskAllocation.abi.Pack("groupOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9612fa9b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupOf(uint64 id) view returns(bytes32 root, address owner, uint64 deadline, uint32 count, uint128 bond, uint128 unreserved, bool minted)
func (taskAllocation *TaskAllocation) TryPackGroupOf(id uint64) ([]byte, error) {
	return taskAllocation.abi.Pack("groupOf", id)
}

// GroupOfOutput serves as a container for the return parameters of contract
// method GroupOf.
type GroupOfOutput struct {
	Root       [32]byte
	Owner      common.Address
	Deadline   uint64
	Count      uint32
	Bond       *big.Int
	Unreserved *big.Int
	Minted     bool
}

// UnpackGroupOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9612fa9b.
//
// Solidity: function groupOf(uint64 id) view returns(bytes32 root, address owner, uint64 deadline, uint32 count, uint128 bond, uint128 unreserved, bool minted)
func (taskAllocation *TaskAllocation) UnpackGroupOf(data []byte) (GroupOfOutput, error) {
	out, err := taskAllocation.abi.Unpack("groupOf", data)
	outstruct := new(GroupOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Root = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Owner = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	outstruct.Deadline = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	outstruct.Count = *abi.ConvertType(out[3], new(uint32)).(*uint32)
	outstruct.Bond = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	outstruct.Unreserved = abi.ConvertType(out[5], new(big.Int)).(*big.Int)
	outstruct.Minted = *abi.ConvertType(out[6], new(bool)).(*bool)
	return *outstruct, nil
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (taskAllocation *TaskAllocation) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (taskAllocation *TaskAllocation) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (taskAllocation *TaskAllocation) UnpackHasRole(data []byte) (bool, error) {
	out, err := taskAllocation.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f7dcfa3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function head() view returns(bytes32)
func (taskAllocation *TaskAllocation) PackHead() []byte {
	enc, err := taskAllocation.abi.Pack("head")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f7dcfa3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function head() view returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackHead() ([]byte, error) {
	return taskAllocation.abi.Pack("head")
}

// UnpackHead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f7dcfa3.
//
// Solidity: function head() view returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackHead(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("head", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIncludes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf81077ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function includes((uint64,uint32,uint32,bytes32,bytes32) batch, bytes decision, bytes32[] proof) view returns(bool)
func (taskAllocation *TaskAllocation) PackIncludes(batch TaskAllocationBatch, decision []byte, proof [][32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("includes", batch, decision, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncludes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf81077ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function includes((uint64,uint32,uint32,bytes32,bytes32) batch, bytes decision, bytes32[] proof) view returns(bool)
func (taskAllocation *TaskAllocation) TryPackIncludes(batch TaskAllocationBatch, decision []byte, proof [][32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("includes", batch, decision, proof)
}

// UnpackIncludes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf81077ed.
//
// Solidity: function includes((uint64,uint32,uint32,bytes32,bytes32) batch, bytes decision, bytes32[] proof) view returns(bool)
func (taskAllocation *TaskAllocation) UnpackIncludes(data []byte) (bool, error) {
	out, err := taskAllocation.abi.Unpack("includes", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLastInterval is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45349762.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastInterval() view returns(uint32)
func (taskAllocation *TaskAllocation) PackLastInterval() []byte {
	enc, err := taskAllocation.abi.Pack("lastInterval")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastInterval is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45349762.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastInterval() view returns(uint32)
func (taskAllocation *TaskAllocation) TryPackLastInterval() ([]byte, error) {
	return taskAllocation.abi.Pack("lastInterval")
}

// UnpackLastInterval is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x45349762.
//
// Solidity: function lastInterval() view returns(uint32)
func (taskAllocation *TaskAllocation) UnpackLastInterval(data []byte) (uint32, error) {
	out, err := taskAllocation.abi.Unpack("lastInterval", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackNextBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7c51f1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nextBatch() view returns(uint64)
func (taskAllocation *TaskAllocation) PackNextBatch() []byte {
	enc, err := taskAllocation.abi.Pack("nextBatch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNextBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7c51f1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nextBatch() view returns(uint64)
func (taskAllocation *TaskAllocation) TryPackNextBatch() ([]byte, error) {
	return taskAllocation.abi.Pack("nextBatch")
}

// UnpackNextBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe7c51f1b.
//
// Solidity: function nextBatch() view returns(uint64)
func (taskAllocation *TaskAllocation) UnpackNextBatch(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("nextBatch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackNextGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x41cccdd4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nextGroup() view returns(uint64)
func (taskAllocation *TaskAllocation) PackNextGroup() []byte {
	enc, err := taskAllocation.abi.Pack("nextGroup")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNextGroup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x41cccdd4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nextGroup() view returns(uint64)
func (taskAllocation *TaskAllocation) TryPackNextGroup() ([]byte, error) {
	return taskAllocation.abi.Pack("nextGroup")
}

// UnpackNextGroup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x41cccdd4.
//
// Solidity: function nextGroup() view returns(uint64)
func (taskAllocation *TaskAllocation) UnpackNextGroup(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("nextGroup", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nullifiers() view returns(address)
func (taskAllocation *TaskAllocation) PackNullifiers() []byte {
	enc, err := taskAllocation.abi.Pack("nullifiers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNullifiers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39b51ea5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nullifiers() view returns(address)
func (taskAllocation *TaskAllocation) TryPackNullifiers() ([]byte, error) {
	return taskAllocation.abi.Pack("nullifiers")
}

// UnpackNullifiers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39b51ea5.
//
// Solidity: function nullifiers() view returns(address)
func (taskAllocation *TaskAllocation) UnpackNullifiers(data []byte) (common.Address, error) {
	out, err := taskAllocation.abi.Unpack("nullifiers", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (taskAllocation *TaskAllocation) PackOwner() []byte {
	enc, err := taskAllocation.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (taskAllocation *TaskAllocation) TryPackOwner() ([]byte, error) {
	return taskAllocation.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (taskAllocation *TaskAllocation) UnpackOwner(data []byte) (common.Address, error) {
	out, err := taskAllocation.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (taskAllocation *TaskAllocation) PackPause() []byte {
	enc, err := taskAllocation.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (taskAllocation *TaskAllocation) TryPackPause() ([]byte, error) {
	return taskAllocation.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (taskAllocation *TaskAllocation) PackPaused() []byte {
	enc, err := taskAllocation.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (taskAllocation *TaskAllocation) TryPackPaused() ([]byte, error) {
	return taskAllocation.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (taskAllocation *TaskAllocation) UnpackPaused(data []byte) (bool, error) {
	out, err := taskAllocation.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (taskAllocation *TaskAllocation) PackPendingDefaultAdmin() []byte {
	enc, err := taskAllocation.abi.Pack("pendingDefaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (taskAllocation *TaskAllocation) TryPackPendingDefaultAdmin() ([]byte, error) {
	return taskAllocation.abi.Pack("pendingDefaultAdmin")
}

// PendingDefaultAdminOutput serves as a container for the return parameters of contract
// method PendingDefaultAdmin.
type PendingDefaultAdminOutput struct {
	NewAdmin common.Address
	Schedule *big.Int
}

// UnpackPendingDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcf6eefb7.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (taskAllocation *TaskAllocation) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := taskAllocation.abi.Unpack("pendingDefaultAdmin", data)
	outstruct := new(PendingDefaultAdminOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewAdmin = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (taskAllocation *TaskAllocation) PackPendingDefaultAdminDelay() []byte {
	enc, err := taskAllocation.abi.Pack("pendingDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (taskAllocation *TaskAllocation) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return taskAllocation.abi.Pack("pendingDefaultAdminDelay")
}

// PendingDefaultAdminDelayOutput serves as a container for the return parameters of contract
// method PendingDefaultAdminDelay.
type PendingDefaultAdminDelayOutput struct {
	NewDelay *big.Int
	Schedule *big.Int
}

// UnpackPendingDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1eda53c.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (taskAllocation *TaskAllocation) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := taskAllocation.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14b40d33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reclaim(uint64 id) returns()
func (taskAllocation *TaskAllocation) PackReclaim(id uint64) []byte {
	enc, err := taskAllocation.abi.Pack("reclaim", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14b40d33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reclaim(uint64 id) returns()
func (taskAllocation *TaskAllocation) TryPackReclaim(id uint64) ([]byte, error) {
	return taskAllocation.abi.Pack("reclaim", id)
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("renounceRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (taskAllocation *TaskAllocation) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (taskAllocation *TaskAllocation) PackRollbackDefaultAdminDelay() []byte {
	enc, err := taskAllocation.abi.Pack("rollbackDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (taskAllocation *TaskAllocation) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return taskAllocation.abi.Pack("rollbackDefaultAdminDelay")
}

// PackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2cf0abe5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slash(bytes32 id, address challenger) returns()
func (taskAllocation *TaskAllocation) PackSlash(id [32]byte, challenger common.Address) []byte {
	enc, err := taskAllocation.abi.Pack("slash", id, challenger)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2cf0abe5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slash(bytes32 id, address challenger) returns()
func (taskAllocation *TaskAllocation) TryPackSlash(id [32]byte, challenger common.Address) ([]byte, error) {
	return taskAllocation.abi.Pack("slash", id, challenger)
}

// PackSubmitTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc00c4304.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function submitTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline, uint128 budget) returns(uint64 group)
func (taskAllocation *TaskAllocation) PackSubmitTasks(root [32]byte, count uint32, bond *big.Int, deadline uint64, budget *big.Int) []byte {
	enc, err := taskAllocation.abi.Pack("submitTasks", root, count, bond, deadline, budget)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubmitTasks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc00c4304.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function submitTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline, uint128 budget) returns(uint64 group)
func (taskAllocation *TaskAllocation) TryPackSubmitTasks(root [32]byte, count uint32, bond *big.Int, deadline uint64, budget *big.Int) ([]byte, error) {
	return taskAllocation.abi.Pack("submitTasks", root, count, bond, deadline, budget)
}

// UnpackSubmitTasks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc00c4304.
//
// Solidity: function submitTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline, uint128 budget) returns(uint64 group)
func (taskAllocation *TaskAllocation) UnpackSubmitTasks(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("submitTasks", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (taskAllocation *TaskAllocation) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := taskAllocation.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (taskAllocation *TaskAllocation) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (taskAllocation *TaskAllocation) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := taskAllocation.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTaskId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8181ad9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function taskId((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec) pure returns(bytes32)
func (taskAllocation *TaskAllocation) PackTaskId(spec TaskAllocationSpec) []byte {
	enc, err := taskAllocation.abi.Pack("taskId", spec)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTaskId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8181ad9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function taskId((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec) pure returns(bytes32)
func (taskAllocation *TaskAllocation) TryPackTaskId(spec TaskAllocationSpec) ([]byte, error) {
	return taskAllocation.abi.Pack("taskId", spec)
}

// UnpackTaskId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb8181ad9.
//
// Solidity: function taskId((uint64,uint32,uint32,uint128,bytes32,bytes32,bytes32) spec) pure returns(bytes32)
func (taskAllocation *TaskAllocation) UnpackTaskId(data []byte) ([32]byte, error) {
	out, err := taskAllocation.abi.Unpack("taskId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackTaskOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x234bdfaa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function taskOf(bytes32 id) view returns((uint8,bool,address,uint64,uint64,uint64,uint128,uint128,bytes32,bytes32,bytes32))
func (taskAllocation *TaskAllocation) PackTaskOf(id [32]byte) []byte {
	enc, err := taskAllocation.abi.Pack("taskOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTaskOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x234bdfaa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function taskOf(bytes32 id) view returns((uint8,bool,address,uint64,uint64,uint64,uint128,uint128,bytes32,bytes32,bytes32))
func (taskAllocation *TaskAllocation) TryPackTaskOf(id [32]byte) ([]byte, error) {
	return taskAllocation.abi.Pack("taskOf", id)
}

// UnpackTaskOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x234bdfaa.
//
// Solidity: function taskOf(bytes32 id) view returns((uint8,bool,address,uint64,uint64,uint64,uint128,uint128,bytes32,bytes32,bytes32))
func (taskAllocation *TaskAllocation) UnpackTaskOf(data []byte) (TaskAllocationTask, error) {
	out, err := taskAllocation.abi.Unpack("taskOf", data)
	if err != nil {
		return *new(TaskAllocationTask), err
	}
	out0 := *abi.ConvertType(out[0], new(TaskAllocationTask)).(*TaskAllocationTask)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (taskAllocation *TaskAllocation) PackToken() []byte {
	enc, err := taskAllocation.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (taskAllocation *TaskAllocation) TryPackToken() ([]byte, error) {
	return taskAllocation.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (taskAllocation *TaskAllocation) UnpackToken(data []byte) (common.Address, error) {
	out, err := taskAllocation.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (taskAllocation *TaskAllocation) PackUnpause() []byte {
	enc, err := taskAllocation.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (taskAllocation *TaskAllocation) TryPackUnpause() ([]byte, error) {
	return taskAllocation.abi.Pack("unpause")
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw() returns()
func (taskAllocation *TaskAllocation) PackWithdraw() []byte {
	enc, err := taskAllocation.abi.Pack("withdraw")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw() returns()
func (taskAllocation *TaskAllocation) TryPackWithdraw() ([]byte, error) {
	return taskAllocation.abi.Pack("withdraw")
}

// PackWorkTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda18e598.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function workTime() view returns(uint64)
func (taskAllocation *TaskAllocation) PackWorkTime() []byte {
	enc, err := taskAllocation.abi.Pack("workTime")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWorkTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda18e598.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function workTime() view returns(uint64)
func (taskAllocation *TaskAllocation) TryPackWorkTime() ([]byte, error) {
	return taskAllocation.abi.Pack("workTime")
}

// UnpackWorkTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda18e598.
//
// Solidity: function workTime() view returns(uint64)
func (taskAllocation *TaskAllocation) UnpackWorkTime(data []byte) (uint64, error) {
	out, err := taskAllocation.abi.Unpack("workTime", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// TaskAllocationBatchAnchored represents a BatchAnchored event raised by the TaskAllocation contract.
type TaskAllocationBatchAnchored struct {
	Id       uint64
	Interval uint32
	Count    uint32
	Root     [32]byte
	DataHash [32]byte
	Head     [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const TaskAllocationBatchAnchoredEventName = "BatchAnchored"

// ContractEventName returns the user-defined event name.
func (TaskAllocationBatchAnchored) ContractEventName() string {
	return TaskAllocationBatchAnchoredEventName
}

// UnpackBatchAnchoredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchAnchored(uint64 indexed id, uint32 indexed interval, uint32 count, bytes32 root, bytes32 dataHash, bytes32 head)
func (taskAllocation *TaskAllocation) UnpackBatchAnchoredEvent(log *types.Log) (*TaskAllocationBatchAnchored, error) {
	event := "BatchAnchored"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationBatchAnchored)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the TaskAllocation contract.
type TaskAllocationDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const TaskAllocationDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (TaskAllocationDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return TaskAllocationDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (taskAllocation *TaskAllocation) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*TaskAllocationDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the TaskAllocation contract.
type TaskAllocationDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const TaskAllocationDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (TaskAllocationDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return TaskAllocationDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (taskAllocation *TaskAllocation) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*TaskAllocationDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the TaskAllocation contract.
type TaskAllocationDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const TaskAllocationDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (TaskAllocationDefaultAdminTransferCanceled) ContractEventName() string {
	return TaskAllocationDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (taskAllocation *TaskAllocation) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*TaskAllocationDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the TaskAllocation contract.
type TaskAllocationDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const TaskAllocationDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (TaskAllocationDefaultAdminTransferScheduled) ContractEventName() string {
	return TaskAllocationDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (taskAllocation *TaskAllocation) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*TaskAllocationDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationEscrowReclaimed represents a EscrowReclaimed event raised by the TaskAllocation contract.
type TaskAllocationEscrowReclaimed struct {
	Group  uint64
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TaskAllocationEscrowReclaimedEventName = "EscrowReclaimed"

// ContractEventName returns the user-defined event name.
func (TaskAllocationEscrowReclaimed) ContractEventName() string {
	return TaskAllocationEscrowReclaimedEventName
}

// UnpackEscrowReclaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EscrowReclaimed(uint64 indexed group, uint128 amount)
func (taskAllocation *TaskAllocation) UnpackEscrowReclaimedEvent(log *types.Log) (*TaskAllocationEscrowReclaimed, error) {
	event := "EscrowReclaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationEscrowReclaimed)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationPaused represents a Paused event raised by the TaskAllocation contract.
type TaskAllocationPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TaskAllocationPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (TaskAllocationPaused) ContractEventName() string {
	return TaskAllocationPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (taskAllocation *TaskAllocation) UnpackPausedEvent(log *types.Log) (*TaskAllocationPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationPaused)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationResultCommitted represents a ResultCommitted event raised by the TaskAllocation contract.
type TaskAllocationResultCommitted struct {
	TaskId     [32]byte
	Worker     common.Address
	ResultRoot [32]byte
	FinalAt    uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const TaskAllocationResultCommittedEventName = "ResultCommitted"

// ContractEventName returns the user-defined event name.
func (TaskAllocationResultCommitted) ContractEventName() string {
	return TaskAllocationResultCommittedEventName
}

// UnpackResultCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ResultCommitted(bytes32 indexed taskId, address indexed worker, bytes32 resultRoot, uint64 finalAt)
func (taskAllocation *TaskAllocation) UnpackResultCommittedEvent(log *types.Log) (*TaskAllocationResultCommitted, error) {
	event := "ResultCommitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationResultCommitted)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationRoleAdminChanged represents a RoleAdminChanged event raised by the TaskAllocation contract.
type TaskAllocationRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const TaskAllocationRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (TaskAllocationRoleAdminChanged) ContractEventName() string {
	return TaskAllocationRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (taskAllocation *TaskAllocation) UnpackRoleAdminChangedEvent(log *types.Log) (*TaskAllocationRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationRoleGranted represents a RoleGranted event raised by the TaskAllocation contract.
type TaskAllocationRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TaskAllocationRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (TaskAllocationRoleGranted) ContractEventName() string {
	return TaskAllocationRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (taskAllocation *TaskAllocation) UnpackRoleGrantedEvent(log *types.Log) (*TaskAllocationRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationRoleGranted)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationRoleRevoked represents a RoleRevoked event raised by the TaskAllocation contract.
type TaskAllocationRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TaskAllocationRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (TaskAllocationRoleRevoked) ContractEventName() string {
	return TaskAllocationRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (taskAllocation *TaskAllocation) UnpackRoleRevokedEvent(log *types.Log) (*TaskAllocationRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationRoleRevoked)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationTaskAccepted represents a TaskAccepted event raised by the TaskAllocation contract.
type TaskAllocationTaskAccepted struct {
	TaskId [32]byte
	Worker common.Address
	Group  uint64
	DueAt  uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const TaskAllocationTaskAcceptedEventName = "TaskAccepted"

// ContractEventName returns the user-defined event name.
func (TaskAllocationTaskAccepted) ContractEventName() string {
	return TaskAllocationTaskAcceptedEventName
}

// UnpackTaskAcceptedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TaskAccepted(bytes32 indexed taskId, address indexed worker, uint64 indexed group, uint64 dueAt)
func (taskAllocation *TaskAllocation) UnpackTaskAcceptedEvent(log *types.Log) (*TaskAllocationTaskAccepted, error) {
	event := "TaskAccepted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationTaskAccepted)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationTaskExpired represents a TaskExpired event raised by the TaskAllocation contract.
type TaskAllocationTaskExpired struct {
	TaskId [32]byte
	Worker common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const TaskAllocationTaskExpiredEventName = "TaskExpired"

// ContractEventName returns the user-defined event name.
func (TaskAllocationTaskExpired) ContractEventName() string {
	return TaskAllocationTaskExpiredEventName
}

// UnpackTaskExpiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TaskExpired(bytes32 indexed taskId, address indexed worker)
func (taskAllocation *TaskAllocation) UnpackTaskExpiredEvent(log *types.Log) (*TaskAllocationTaskExpired, error) {
	event := "TaskExpired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationTaskExpired)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationTaskFinal represents a TaskFinal event raised by the TaskAllocation contract.
type TaskAllocationTaskFinal struct {
	TaskId [32]byte
	Worker common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const TaskAllocationTaskFinalEventName = "TaskFinal"

// ContractEventName returns the user-defined event name.
func (TaskAllocationTaskFinal) ContractEventName() string {
	return TaskAllocationTaskFinalEventName
}

// UnpackTaskFinalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TaskFinal(bytes32 indexed taskId, address indexed worker)
func (taskAllocation *TaskAllocation) UnpackTaskFinalEvent(log *types.Log) (*TaskAllocationTaskFinal, error) {
	event := "TaskFinal"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationTaskFinal)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationTaskSlashed represents a TaskSlashed event raised by the TaskAllocation contract.
type TaskAllocationTaskSlashed struct {
	TaskId     [32]byte
	Worker     common.Address
	Challenger common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const TaskAllocationTaskSlashedEventName = "TaskSlashed"

// ContractEventName returns the user-defined event name.
func (TaskAllocationTaskSlashed) ContractEventName() string {
	return TaskAllocationTaskSlashedEventName
}

// UnpackTaskSlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TaskSlashed(bytes32 indexed taskId, address indexed worker, address indexed challenger)
func (taskAllocation *TaskAllocation) UnpackTaskSlashedEvent(log *types.Log) (*TaskAllocationTaskSlashed, error) {
	event := "TaskSlashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationTaskSlashed)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationTasksCreated represents a TasksCreated event raised by the TaskAllocation contract.
type TaskAllocationTasksCreated struct {
	Group  uint64
	Owner  common.Address
	Root   [32]byte
	Count  uint32
	Budget *big.Int
	Minted bool
	Raw    *types.Log // Blockchain specific contextual infos
}

const TaskAllocationTasksCreatedEventName = "TasksCreated"

// ContractEventName returns the user-defined event name.
func (TaskAllocationTasksCreated) ContractEventName() string {
	return TaskAllocationTasksCreatedEventName
}

// UnpackTasksCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TasksCreated(uint64 indexed group, address indexed owner, bytes32 root, uint32 count, uint128 budget, bool minted)
func (taskAllocation *TaskAllocation) UnpackTasksCreatedEvent(log *types.Log) (*TaskAllocationTasksCreated, error) {
	event := "TasksCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationTasksCreated)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationUnpaused represents a Unpaused event raised by the TaskAllocation contract.
type TaskAllocationUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TaskAllocationUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (TaskAllocationUnpaused) ContractEventName() string {
	return TaskAllocationUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (taskAllocation *TaskAllocation) UnpackUnpausedEvent(log *types.Log) (*TaskAllocationUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationUnpaused)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TaskAllocationWithdrawn represents a Withdrawn event raised by the TaskAllocation contract.
type TaskAllocationWithdrawn struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const TaskAllocationWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (TaskAllocationWithdrawn) ContractEventName() string {
	return TaskAllocationWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, uint256 amount)
func (taskAllocation *TaskAllocation) UnpackWithdrawnEvent(log *types.Log) (*TaskAllocationWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != taskAllocation.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TaskAllocationWithdrawn)
	if len(log.Data) > 0 {
		if err := taskAllocation.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range taskAllocation.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (taskAllocation *TaskAllocation) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["BadGroup"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackBadGroupError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["BadRoot"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackBadRootError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["BudgetExceeded"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackBudgetExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["DeadlinePassed"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackDeadlinePassedError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["FeeOnTransfer"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackFeeOnTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["IntervalNotNew"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackIntervalNotNewError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["NotInGroup"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackNotInGroupError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["NotTheOwner"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackNotTheOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["NotTheWorker"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackNotTheWorkerError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["NothingToWithdraw"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackNothingToWithdrawError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["OutOfOrder"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackOutOfOrderError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], taskAllocation.abi.Errors["WrongStatus"].ID.Bytes()[:4]) {
		return taskAllocation.UnpackWrongStatusError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TaskAllocationAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the TaskAllocation contract.
type TaskAllocationAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func TaskAllocationAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (taskAllocation *TaskAllocation) UnpackAccessControlBadConfirmationError(raw []byte) (*TaskAllocationAccessControlBadConfirmation, error) {
	out := new(TaskAllocationAccessControlBadConfirmation)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the TaskAllocation contract.
type TaskAllocationAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func TaskAllocationAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (taskAllocation *TaskAllocation) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*TaskAllocationAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(TaskAllocationAccessControlEnforcedDefaultAdminDelay)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the TaskAllocation contract.
type TaskAllocationAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func TaskAllocationAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (taskAllocation *TaskAllocation) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*TaskAllocationAccessControlEnforcedDefaultAdminRules, error) {
	out := new(TaskAllocationAccessControlEnforcedDefaultAdminRules)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the TaskAllocation contract.
type TaskAllocationAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func TaskAllocationAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (taskAllocation *TaskAllocation) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*TaskAllocationAccessControlInvalidDefaultAdmin, error) {
	out := new(TaskAllocationAccessControlInvalidDefaultAdmin)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the TaskAllocation contract.
type TaskAllocationAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func TaskAllocationAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (taskAllocation *TaskAllocation) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*TaskAllocationAccessControlUnauthorizedAccount, error) {
	out := new(TaskAllocationAccessControlUnauthorizedAccount)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationBadGroup represents a BadGroup error raised by the TaskAllocation contract.
type TaskAllocationBadGroup struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadGroup()
func TaskAllocationBadGroupErrorID() common.Hash {
	return common.HexToHash("0x4d0774a09fdcadcce3b81ba0f5bd35b6b7df7958954f286cd836361e6e2352b7")
}

// UnpackBadGroupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadGroup()
func (taskAllocation *TaskAllocation) UnpackBadGroupError(raw []byte) (*TaskAllocationBadGroup, error) {
	out := new(TaskAllocationBadGroup)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "BadGroup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationBadRoot represents a BadRoot error raised by the TaskAllocation contract.
type TaskAllocationBadRoot struct {
	Root  [32]byte
	Count uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRoot(bytes32 root, uint32 count)
func TaskAllocationBadRootErrorID() common.Hash {
	return common.HexToHash("0x31f302838a229dc3066edd94b4bdb06e3a040a56b65ffef94c5e52bf72ae2ce8")
}

// UnpackBadRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRoot(bytes32 root, uint32 count)
func (taskAllocation *TaskAllocation) UnpackBadRootError(raw []byte) (*TaskAllocationBadRoot, error) {
	out := new(TaskAllocationBadRoot)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "BadRoot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationBudgetExceeded represents a BudgetExceeded error raised by the TaskAllocation contract.
type TaskAllocationBudgetExceeded struct {
	Wanted *big.Int
	Left   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BudgetExceeded(uint128 wanted, uint128 left)
func TaskAllocationBudgetExceededErrorID() common.Hash {
	return common.HexToHash("0x8aaffae873fb2c2cb3d8ce9f502f75925e2e17f9595cd144ba96ed5361c313dc")
}

// UnpackBudgetExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BudgetExceeded(uint128 wanted, uint128 left)
func (taskAllocation *TaskAllocation) UnpackBudgetExceededError(raw []byte) (*TaskAllocationBudgetExceeded, error) {
	out := new(TaskAllocationBudgetExceeded)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "BudgetExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationDeadlinePassed represents a DeadlinePassed error raised by the TaskAllocation contract.
type TaskAllocationDeadlinePassed struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DeadlinePassed(uint64 deadline)
func TaskAllocationDeadlinePassedErrorID() common.Hash {
	return common.HexToHash("0x6768091307d5da213ba3ac1392311a935d1607f1020232ee01d118de33b68661")
}

// UnpackDeadlinePassedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DeadlinePassed(uint64 deadline)
func (taskAllocation *TaskAllocation) UnpackDeadlinePassedError(raw []byte) (*TaskAllocationDeadlinePassed, error) {
	out := new(TaskAllocationDeadlinePassed)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "DeadlinePassed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationEnforcedPause represents a EnforcedPause error raised by the TaskAllocation contract.
type TaskAllocationEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func TaskAllocationEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (taskAllocation *TaskAllocation) UnpackEnforcedPauseError(raw []byte) (*TaskAllocationEnforcedPause, error) {
	out := new(TaskAllocationEnforcedPause)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationExpectedPause represents a ExpectedPause error raised by the TaskAllocation contract.
type TaskAllocationExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func TaskAllocationExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (taskAllocation *TaskAllocation) UnpackExpectedPauseError(raw []byte) (*TaskAllocationExpectedPause, error) {
	out := new(TaskAllocationExpectedPause)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationFeeOnTransfer represents a FeeOnTransfer error raised by the TaskAllocation contract.
type TaskAllocationFeeOnTransfer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeOnTransfer()
func TaskAllocationFeeOnTransferErrorID() common.Hash {
	return common.HexToHash("0x61e6549eb699c624e3af300f328ae22ab11d18df21da465cdf4dfe82d5238b33")
}

// UnpackFeeOnTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeOnTransfer()
func (taskAllocation *TaskAllocation) UnpackFeeOnTransferError(raw []byte) (*TaskAllocationFeeOnTransfer, error) {
	out := new(TaskAllocationFeeOnTransfer)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "FeeOnTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationIntervalNotNew represents a IntervalNotNew error raised by the TaskAllocation contract.
type TaskAllocationIntervalNotNew struct {
	Last uint32
	Got  uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error IntervalNotNew(uint32 last, uint32 got)
func TaskAllocationIntervalNotNewErrorID() common.Hash {
	return common.HexToHash("0xe516151da8bcab7747f8a8e63c83c6aa0d5c0a138d374f5c52d80e6c392607d3")
}

// UnpackIntervalNotNewError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error IntervalNotNew(uint32 last, uint32 got)
func (taskAllocation *TaskAllocation) UnpackIntervalNotNewError(raw []byte) (*TaskAllocationIntervalNotNew, error) {
	out := new(TaskAllocationIntervalNotNew)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "IntervalNotNew", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationNotInGroup represents a NotInGroup error raised by the TaskAllocation contract.
type TaskAllocationNotInGroup struct {
	TaskId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInGroup(bytes32 taskId)
func TaskAllocationNotInGroupErrorID() common.Hash {
	return common.HexToHash("0x2354f6ed80e6fb00c8bd2d91dd371c37717230be89cbec35f4607425c15105f7")
}

// UnpackNotInGroupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInGroup(bytes32 taskId)
func (taskAllocation *TaskAllocation) UnpackNotInGroupError(raw []byte) (*TaskAllocationNotInGroup, error) {
	out := new(TaskAllocationNotInGroup)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "NotInGroup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationNotTheOwner represents a NotTheOwner error raised by the TaskAllocation contract.
type TaskAllocationNotTheOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheOwner(address owner)
func TaskAllocationNotTheOwnerErrorID() common.Hash {
	return common.HexToHash("0xf9ebb4c7a30845809c8d7e71d8335ed7245ec782108261b25930c76aa8331af2")
}

// UnpackNotTheOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheOwner(address owner)
func (taskAllocation *TaskAllocation) UnpackNotTheOwnerError(raw []byte) (*TaskAllocationNotTheOwner, error) {
	out := new(TaskAllocationNotTheOwner)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "NotTheOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationNotTheWorker represents a NotTheWorker error raised by the TaskAllocation contract.
type TaskAllocationNotTheWorker struct {
	Worker common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheWorker(address worker)
func TaskAllocationNotTheWorkerErrorID() common.Hash {
	return common.HexToHash("0xfdb726e4a794bd425a35326c388bfe3a80f12f0965bc080c4685b957fa825681")
}

// UnpackNotTheWorkerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheWorker(address worker)
func (taskAllocation *TaskAllocation) UnpackNotTheWorkerError(raw []byte) (*TaskAllocationNotTheWorker, error) {
	out := new(TaskAllocationNotTheWorker)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "NotTheWorker", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationNothingToWithdraw represents a NothingToWithdraw error raised by the TaskAllocation contract.
type TaskAllocationNothingToWithdraw struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWithdraw()
func TaskAllocationNothingToWithdrawErrorID() common.Hash {
	return common.HexToHash("0xd0d04f60bf4f7629141a1f00f5d2908fa0f3e15bf4cbf8bb8edc6fcbdf2509fa")
}

// UnpackNothingToWithdrawError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWithdraw()
func (taskAllocation *TaskAllocation) UnpackNothingToWithdrawError(raw []byte) (*TaskAllocationNothingToWithdraw, error) {
	out := new(TaskAllocationNothingToWithdraw)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "NothingToWithdraw", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationOutOfOrder represents a OutOfOrder error raised by the TaskAllocation contract.
type TaskAllocationOutOfOrder struct {
	Expected uint64
	Got      uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OutOfOrder(uint64 expected, uint64 got)
func TaskAllocationOutOfOrderErrorID() common.Hash {
	return common.HexToHash("0xcd2c066e2acfe2859cd2051fa1af306e9e756d7b3261e3bc1eaa04b3c2161f4a")
}

// UnpackOutOfOrderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OutOfOrder(uint64 expected, uint64 got)
func (taskAllocation *TaskAllocation) UnpackOutOfOrderError(raw []byte) (*TaskAllocationOutOfOrder, error) {
	out := new(TaskAllocationOutOfOrder)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "OutOfOrder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the TaskAllocation contract.
type TaskAllocationReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func TaskAllocationReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (taskAllocation *TaskAllocation) UnpackReentrancyGuardReentrantCallError(raw []byte) (*TaskAllocationReentrancyGuardReentrantCall, error) {
	out := new(TaskAllocationReentrancyGuardReentrantCall)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the TaskAllocation contract.
type TaskAllocationSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func TaskAllocationSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (taskAllocation *TaskAllocation) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*TaskAllocationSafeCastOverflowedUintDowncast, error) {
	out := new(TaskAllocationSafeCastOverflowedUintDowncast)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the TaskAllocation contract.
type TaskAllocationSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func TaskAllocationSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (taskAllocation *TaskAllocation) UnpackSafeERC20FailedOperationError(raw []byte) (*TaskAllocationSafeERC20FailedOperation, error) {
	out := new(TaskAllocationSafeERC20FailedOperation)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationTooEarly represents a TooEarly error raised by the TaskAllocation contract.
type TaskAllocationTooEarly struct {
	OpenAt uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint64 openAt)
func TaskAllocationTooEarlyErrorID() common.Hash {
	return common.HexToHash("0xd606d83fc5c7e56637c0959f5077c3a15f782b710d7eab50461ed55fd6deb6ae")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint64 openAt)
func (taskAllocation *TaskAllocation) UnpackTooEarlyError(raw []byte) (*TaskAllocationTooEarly, error) {
	out := new(TaskAllocationTooEarly)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TaskAllocationWrongStatus represents a WrongStatus error raised by the TaskAllocation contract.
type TaskAllocationWrongStatus struct {
	TaskId [32]byte
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongStatus(bytes32 taskId, uint8 status)
func TaskAllocationWrongStatusErrorID() common.Hash {
	return common.HexToHash("0x9d81974470eb5e30f285b1055c396a387d885a43a0fb39f84dcb3764cbc907a1")
}

// UnpackWrongStatusError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongStatus(bytes32 taskId, uint8 status)
func (taskAllocation *TaskAllocation) UnpackWrongStatusError(raw []byte) (*TaskAllocationWrongStatus, error) {
	out := new(TaskAllocationWrongStatus)
	if err := taskAllocation.abi.UnpackIntoInterface(out, "WrongStatus", raw); err != nil {
		return nil, err
	}
	return out, nil
}
